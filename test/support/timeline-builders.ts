/** Short ways to say what HubSpot was read to hold. */
import { type Assessment, nothingBeside } from '../../src/relationship/assessment.ts';
import type { PropertyValues } from '../../src/relationship/properties.ts';
import type { Signal } from '../../src/relationship/signal/signal.ts';
import type { ActivityType, Installation, ReadActivity, ReadContact } from '../../src/usecases/ports.ts';
import { nothingMapped } from '../../src/usecases/property-mapping.ts';
import type { Infer, WordCards } from '../../src/usecases/store.ts';

export function contact(id: string, of: Partial<ReadContact> & { objection?: boolean } = {}): ReadContact {
  const { objection = false, ...rest } = of;
  return {
    id,
    createdAt: 0,
    modifiedAt: 1,
    label: `Contact ${id}`,
    ownerId: null,
    signals: [],
    facts: { objection, askedUntil: null, captive: false, mailbox: 'person' },
    published: {},
    ...rest,
  };
}

export function activity(
  type: ActivityType,
  id: string,
  contactIds: readonly string[],
  of: Partial<ReadActivity> = {},
): ReadActivity {
  return {
    type,
    id,
    contactIds,
    moreContacts: false,
    modifiedAt: 1,
    signals: [message(`${type}:${id}`, 10)],
    ...of,
  };
}

export function message(source: string, at: number, id = source): Signal {
  return { id, source, at, kind: 'message', by: 'customer', channel: 'email', facts: { personal: true } };
}

export function dealSignal(dealId: string, at: number): Signal {
  const source = `deals:${dealId}`;
  return { id: source, source, at, kind: 'deal_opened', by: 'us', channel: 'deal', facts: { dealId } };
}

export function assessment(of: Partial<Assessment> = {}): Assessment {
  return {
    asOf: 0,
    stage: 'experimenting',
    flight: 'coming_together',
    since: 5,
    previous: null,
    movement: 'forward',
    // The engine words it; the store keeps whatever it is.
    reason: {} as Assessment['reason'],
    runnerUp: null,
    ending: 'none',
    awaiting: 'nobody',
    heldBy: 'none',
    heldUntil: null,
    vitality: 0.5,
    vitalityAtTouch: 0.5,
    lastTouchAt: 5,
    horizonDays: 90,
    evidence: [],
    curve: null,
    everythingElse: 0,
    validUntil: null,
    nextStage: null,
    dueAt: null,
    epoch: 1,
    epochs: [],
    history: [],
    modelVersion: 'm1',
    override: null,
    ...nothingBeside,
    ...of,
  };
}

/**
 * An engine for tests: the stage follows from how many signals there are, so that what a use case stored can be seen in
 * what it wrote.
 */
export function countingInfer(of: { modelVersion?: string; dueAt?: number } = {}): Infer {
  return () => (stored, now) => {
    const count = stored.signals.length;
    const stage = stored.facts.objection
      ? 'not_assessed'
      : count === 0
        ? 'initiating'
        : count < 3
          ? 'experimenting'
          : 'intensifying';
    const values: PropertyValues = stored.facts.objection
      ? {
          rapport_stage: 'not_assessed',
          rapport_stage_movement: '',
          rapport_stage_changed_at: '',
          rapport_vitality: '',
          rapport_assessed_at: '',
        }
      : {
          rapport_stage: stage,
          rapport_stage_movement: 'forward',
          rapport_stage_changed_at: new Date(count).toISOString(),
          rapport_vitality: String(count * 10),
          rapport_assessed_at: new Date(now).toISOString(),
        };
    return {
      assessment: assessment({
        asOf: now,
        stage,
        since: count,
        dueAt: of.dueAt ?? null,
        modelVersion: of.modelVersion ?? 'm1',
      }),
      values,
    };
  };
}

/** Says the stage that was assessed and how many signals are stored as it is worded. */
export const countingCards: WordCards =
  () =>
  ({ signals }, { stage }) =>
    JSON.stringify({ kind: 'ready', stage, count: signals.length });

export function installation(portalId: number, of: Partial<Installation> = {}): Installation {
  return {
    portalId,
    state: 'active',
    scopes: ['a'],
    missingScopes: [],
    timeZone: 'Europe/Berlin',
    uiDomain: 'app.hubspot.com',
    currency: 'EUR',
    live: true,
    appEvents: false,
    pipelines: { dealStages: {}, ticketStages: {} },
    mapping: nothingMapped,
    provision: null,
    installedAt: 1,
    ...of,
  };
}
