/** Deals: opened, past qualification, changed, won or lost, as the portal's own pipelines mean it. */
import type { Signal } from '../../relationship/signal/signal.ts';
import {
  type CrmRecord,
  happenedAt,
  type Meaning,
  mentions,
  numberOf,
  stamp,
  textOf,
  timeOf,
} from './crm-record.ts';

const standing = [
  'createdate',
  'closedate',
  'dealstage',
  'amount',
  'closed_lost_reason',
  'hs_is_closed_won',
  'hs_is_closed',
  'hs_v2_date_entered_current_stage',
] as const;

/** HubSpot dates the entry into each stage in a property of its own, named by the stage's id. */
export function dealProperties(meaning: Meaning): readonly string[] {
  const { termStartProperty, termEndProperty } = meaning.mapping;
  const entered = qualifiedStages(meaning).map(enteredProperty);
  return [...standing, ...entered, ...[termStartProperty, termEndProperty].filter((name) => name !== null)];
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
  const signals: Signal[] = [
    { ...stamp(record, openedAt, 'deal_opened'), ...head, kind: 'deal_opened', facts },
  ];
  if (qualifiedAt !== null) {
    signals.push({ ...stamp(record, qualifiedAt, 'deal_qualified'), ...head, kind: 'deal_qualified', facts });
  }
  if (stage.outcome === 'open' && record.modifiedAt > openedAt) {
    const changed = { ...head, kind: 'deal_changed', facts: { dealId: record.id } } as const;
    signals.push({ ...stamp(record, record.modifiedAt, 'deal_changed'), ...changed });
  }
  return [...signals, ...endOf(record, meaning, stage), ...termOf(record, meaning)];
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
  if (stage.outcome === 'open') return [];
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
    facts: { dealId, amount, project: stage.project },
  };
  if (!stage.completed) return [won];
  const completedAt = Math.max(at, timeOf(record, 'hs_v2_date_entered_current_stage') ?? at);
  return [
    won,
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
  const { doNotContactWords, competitorWords, priceWords } = meaning.mapping;
  const reason = textOf(record, 'closed_lost_reason');
  const dealId = record.id;
  const theirs = { by: 'customer', channel: 'deal', facts: { dealId } } as const;
  const signals: Signal[] = [
    {
      ...stamp(record, at, 'deal_lost'),
      kind: 'deal_lost',
      by: 'us',
      channel: 'deal',
      facts: { dealId, ...(mentions(reason, doNotContactWords) ? { doNotContact: true } : {}) },
    },
  ];
  if (mentions(reason, competitorWords)) {
    signals.push({ ...stamp(record, at, 'competitor'), kind: 'competitor', ...theirs });
  }
  if (mentions(reason, priceWords)) {
    signals.push({ ...stamp(record, at, 'price_objection'), kind: 'price_objection', ...theirs });
  }
  return signals;
}

/** A paid term of a won deal, where a setting names the property that ends it. */
function termOf(record: CrmRecord, meaning: Meaning): Signal[] {
  const { termStartProperty, termEndProperty } = meaning.mapping;
  if (termEndProperty === null || stageOf(record, meaning).outcome !== 'won') return [];
  const endAt = timeOf(record, termEndProperty);
  if (endAt === null) return [];
  const startAt = termStartProperty === null ? null : timeOf(record, termStartProperty);
  const at = startAt ?? timeOf(record, 'closedate') ?? record.createdAt;
  return [
    {
      ...stamp(record, at, 'term'),
      kind: 'term',
      by: 'us',
      channel: 'deal',
      facts: { endAt, dealId: record.id },
    },
  ];
}
