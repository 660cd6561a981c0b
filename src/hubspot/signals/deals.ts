/** Deals: opened, past qualification, changed, won or lost, as the portal's own pipelines mean it. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, numberOf, stamp, textOf, timeOf } from './crm-record.ts';
import { contractProperties, contractSignals } from './deal-contract.ts';
import { familyOf, soldProperties, soldThrough } from './deal-sale.ts';
import { asksForNoContact, troubleProperties, troubleSignals } from './deal-trouble.ts';

const standing = [
  'createdate',
  'closedate',
  'dealstage',
  'pipeline',
  'amount',
  'deal_currency_code',
  'closed_lost_reason',
  'hs_is_closed_won',
  'hs_is_closed',
  'hs_v2_date_entered_current_stage',
] as const;

/** HubSpot dates the entry into each stage in a property of its own, named by the stage's id. */
export function dealProperties(meaning: Meaning): readonly string[] {
  const entered = qualifiedStages(meaning).map(enteredProperty);
  const own = [...contractProperties(meaning), ...troubleProperties(meaning), ...soldProperties(meaning)];
  return [...standing, ...entered, ...own];
}

type Known = {
  readonly outcome: 'open' | 'won' | 'lost';
  readonly qualified: boolean;
  readonly project: boolean;
  readonly completed: boolean;
};

export function dealSignals(record: CrmRecord, meaning: Meaning): Signal[] {
  const openedAt = happenedAt(record, 'createdate');
  const stage = stageOf(record, meaning);
  const facts = { dealId: record.id, project: stage.project };
  const head = { by: 'us', channel: 'deal' } as const;
  const qualifiedAt = qualifiedSince(record, meaning, stage, openedAt);
  const family = familyOf(record, meaning);
  const opened = family === null ? facts : { ...facts, family };
  const signals: Signal[] = [
    { ...stamp(record, openedAt, 'deal_opened'), ...head, kind: 'deal_opened', facts: opened },
  ];
  if (qualifiedAt !== null) {
    signals.push({ ...stamp(record, qualifiedAt, 'deal_qualified'), ...head, kind: 'deal_qualified', facts });
  }
  if (stage.outcome === 'open' && record.modifiedAt > openedAt) {
    const changed = { ...head, kind: 'deal_changed', facts: { dealId: record.id } } as const;
    signals.push({ ...stamp(record, record.modifiedAt, 'deal_changed'), ...changed });
  }
  if (stage.outcome !== 'open') return [...signals, ...endOf(record, meaning, stage)];
  return [...signals, ...troubleSignals(record, meaning, openedAt, false)];
}

/** A stage of a pipeline that was not read yet: HubSpot's own closed flags speak, qualification stays unknown. */
function stageOf(record: CrmRecord, meaning: Meaning): Known {
  const known = meaning.pipelines.dealStages[textOf(record, 'dealstage') ?? ''];
  if (known !== undefined) return { ...known, completed: known.completed ?? false };
  const closed = textOf(record, 'hs_is_closed') === 'true';
  const won = textOf(record, 'hs_is_closed_won') === 'true';
  return {
    outcome: won ? 'won' : closed ? 'lost' : 'open',
    qualified: false,
    project: false,
    completed: false,
  };
}

function qualifiedStages(meaning: Meaning): string[] {
  return Object.entries(meaning.pipelines.dealStages)
    .filter(([, stage]) => stage.qualified && stage.outcome === 'open')
    .map(([id]) => id);
}

/** HubSpot writes the stage id lower-cased, with anything but letters and digits as underscore. */
export function enteredProperty(stageId: string): string {
  return `hs_v2_date_entered_${stageId.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}`;
}

/**
 * The first entry into a stage past qualification. Where the portal keeps no such dates: the entry into the current
 * stage, then the deal's creation, the one date that no later edit can move.
 */
function qualifiedSince(record: CrmRecord, meaning: Meaning, stage: Known, openedAt: number): number | null {
  const entries = qualifiedStages(meaning)
    .map((id) => timeOf(record, enteredProperty(id)))
    .filter((at) => at !== null);
  if (entries.length > 0) return Math.min(...entries);
  if (!stage.qualified || stage.outcome !== 'open') return null;
  return timeOf(record, 'hs_v2_date_entered_current_stage') ?? openedAt;
}

function endOf(record: CrmRecord, meaning: Meaning, stage: Known): Signal[] {
  const at = Math.min(timeOf(record, 'closedate') ?? record.modifiedAt, record.modifiedAt);
  const dealId = record.id;
  if (stage.outcome === 'lost') return lost(record, meaning, at);
  const amount = numberOf(record, 'amount');
  const won: Signal = {
    ...stamp(record, at, 'deal_won'),
    kind: 'deal_won',
    // Recorded by us, an act of the customer all the same.
    by: 'customer',
    channel: 'deal',
    facts: { dealId, amount, project: stage.project, ...soldThrough(record, meaning) },
  };
  const contract = contractSignals(record, meaning, at);
  if (!stage.completed) return [won, ...contract];
  const completedAt = Math.max(at, timeOf(record, 'hs_v2_date_entered_current_stage') ?? at);
  return [
    won,
    ...contract,
    {
      ...stamp(record, completedAt, 'project_completed'),
      kind: 'project_completed',
      by: 'us',
      channel: 'deal',
      facts: { dealId },
    },
  ];
}

function lost(record: CrmRecord, meaning: Meaning, at: number): Signal[] {
  const facts = { dealId: record.id, ...(asksForNoContact(record, meaning) ? { doNotContact: true } : {}) };
  return [
    { ...stamp(record, at, 'deal_lost'), kind: 'deal_lost', by: 'us', channel: 'deal', facts },
    ...troubleSignals(record, meaning, at, true),
  ];
}
