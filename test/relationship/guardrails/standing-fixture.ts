/** Contacts for the guardrail tests: nothing stands against anything unless a test says so. */

import type { FieldUse } from '../../../src/relationship/guardrails/action.ts';
import {
  type GuardrailFacts,
  unknownGuardrailFacts,
} from '../../../src/relationship/guardrails/guardrail-facts.ts';
import {
  defaultGuardrailSettings,
  type GuardrailSettings,
} from '../../../src/relationship/guardrails/guardrail-settings.ts';
import {
  readStanding,
  type StageView,
  type Standing,
} from '../../../src/relationship/guardrails/standing.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Channel, FactsOf, Signal } from '../../../src/relationship/signal/signal.ts';
import { readTimeline } from '../../../src/relationship/signal/timeline.ts';
import type { StageAnswer } from '../../../src/relationship/stage/stages.ts';

export const dayMs = 86_400_000;

/** A Monday, noon in UTC. */
export const now = Date.UTC(2026, 5, 15, 12);

export const daysAgo = (days: number) => now - days * dayMs;

/** All is known, and all is well: a person who agreed to hear from us. */
export const openFacts: GuardrailFacts = {
  ...unknownGuardrailFacts,
  subscriptions: [
    { name: 'Newsletter', channel: 'email', purposes: ['marketing', 'survey'], status: 'subscribed' },
  ],
  legalBases: ['consent'],
  consentAt: daysAgo(30),
  vulnerable: false,
  tracking: 'given',
  marketingMailVisible: true,
};

type Given = {
  readonly signals?: readonly Signal[];
  readonly stage?: StageAnswer | null;
  readonly view?: Partial<StageView>;
  readonly facts?: Partial<GuardrailFacts>;
  readonly settings?: Partial<GuardrailSettings>;
  readonly timeZone?: string;
  readonly at?: number;
};

export function standing(given: Given = {}): Standing {
  const at = given.at ?? now;
  return readStanding({
    timeline: readTimeline(given.signals ?? [], defaultSettings, at),
    stage: {
      stage: given.stage === undefined ? 'bonding' : given.stage,
      since: daysAgo(40),
      validUntil: null,
      ...given.view,
    },
    facts: { ...openFacts, ...given.facts },
    settings: { ...defaultGuardrailSettings, ...given.settings },
    timeZone: given.timeZone ?? 'UTC',
    now: at,
  });
}

let made = 0;

function stamp(at: number) {
  made += 1;
  return { id: `s${made}`, source: `emails:${made}`, at };
}

/** A message of ours. */
export function ours(
  at: number,
  channel: Channel = 'email',
  facts: Partial<FactsOf['message']> = {},
): Signal {
  return { ...stamp(at), kind: 'message', by: 'us', channel, facts: { personal: true, ...facts } };
}

/** A message of the customer: a healing touch. */
export function theirs(at: number, facts: Partial<FactsOf['message']> = {}): Signal {
  return {
    ...stamp(at),
    kind: 'message',
    by: 'customer',
    channel: 'email',
    facts: { personal: true, ...facts },
  };
}

/** A call of ours; in vain unless it lasted. */
export function ourCall(at: number, seconds = 0): Signal {
  return {
    ...stamp(at),
    kind: 'call',
    by: 'us',
    channel: 'call',
    facts: { connected: seconds > 0, seconds },
  };
}

export function complaint(at: number, closedAt: number | null = null): Signal {
  return { ...stamp(at), kind: 'complaint', by: 'customer', channel: 'ticket', facts: { closedAt } };
}

export function optOut(at: number, channel?: Channel): Signal {
  const facts =
    channel === undefined ? ({ scope: 'global' } as const) : ({ scope: 'partial', channel } as const);
  return { ...stamp(at), kind: 'opt_out', by: 'customer', channel: 'preferences', facts };
}

export function order(at: number): Signal {
  return { ...stamp(at), kind: 'order', by: 'customer', channel: 'order', facts: { amount: 100 } };
}

export function visit(at: number): Signal {
  return { ...stamp(at), kind: 'page_view', by: 'customer', channel: 'web', facts: {} };
}

/** Something we know, by its provenance; it may serve every purpose unless a test says otherwise. */
export function field(provenance: FieldUse['provenance'], more: Partial<FieldUse> = {}): FieldUse {
  return {
    name: `field_${provenance ?? 'unknown'}`,
    provenance,
    context: 'here',
    purposes: [
      'service_reply',
      'transactional',
      'recovery',
      'follow_up',
      'sales',
      'marketing',
      'referral_ask',
      'survey',
    ],
    source: null,
    ...more,
  };
}
