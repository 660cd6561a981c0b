/**
 * What of an assessment becomes an event on the contact's timeline. HubSpot lets nobody edit or delete an event, so there
 * is one only for a change of the relationship itself, seen between two writings: none for what we see of a contact for
 * the first time, none for a change that comes from our model or settings. Neutral words, no reason; the ids follow
 * from what happened, so that a repeated sending adds nothing.
 */
import type { Assessment } from '../relationship/assessment.ts';
import type { PropertyValues } from '../relationship/properties.ts';
import type { AppEvent, ContactId, PortalId } from './ports.ts';

export type ToTell = {
  readonly portalId: PortalId;
  readonly contactId: ContactId;
  readonly assessment: Assessment;
  /** What was computed, and what of it is written now. */
  readonly values: PropertyValues;
  readonly changes: PropertyValues;
  /** What stood in HubSpot before. */
  readonly published: PropertyValues;
  readonly stageChanged: boolean;
  /** The values come from another model or other settings than what stood there; so does every first writing. */
  readonly recalibrated: boolean;
};

export function eventsOf(tell: ToTell): readonly AppEvent[] {
  if (tell.values['rapport_stage'] === 'not_assessed') return [];
  const stage = tell.stageChanged ? [stageChanged(tell)] : [];
  const stood = tell.published['rapport_stage'] ?? '';
  if (tell.recalibrated || stood === '' || stood === 'not_assessed') return stage;
  return [...stage, ...milestonesReached(tell), ...recovery(tell)];
}

function stageChanged({ portalId, contactId, assessment }: ToTell): AppEvent {
  const { stage, previous, movement, flight } = assessment;
  const at = assessment.since ?? assessment.asOf;
  return {
    type: 'stage_changed',
    id: `${portalId}-${contactId}-${at}-${stage}`,
    contactId,
    at,
    values: { stage, previous: previous ?? '', flight, movement },
  };
}

const milestones = {
  first_encounter: 'rapport_first_encounter_at',
  first_date: 'rapport_first_date_at',
  first_fight: 'rapport_first_fight_at',
  met_friends: 'rapport_met_friends_at',
} as const;

/** Each milestone is told once: its id has no time in it, since a date that is corrected later is no second one. */
function milestonesReached({ portalId, contactId, changes, published }: ToTell): AppEvent[] {
  return Object.entries(milestones).flatMap(([milestone, property]): AppEvent[] => {
    const at = Date.parse(changes[property] ?? '');
    if (Number.isNaN(at) || (published[property] ?? '') !== '') return [];
    return [
      {
        type: 'milestone_reached',
        id: `${portalId}-${contactId}-${milestone}`,
        contactId,
        at,
        values: { milestone },
      },
    ];
  });
}

function recovery(tell: ToTell): AppEvent[] {
  const { portalId, contactId, assessment, changes, published } = tell;
  const isOpen = changes['rapport_recovery_open'];
  const wasOpen = published['rapport_recovery_open'] === 'true';
  if (isOpen === undefined || (isOpen === 'true') === wasOpen) return [];
  const openedAt = openedAtOf(tell);
  const opened = new Date(openedAt).toISOString();
  const id = `${portalId}-${contactId}-${openedAt}`;
  if (!wasOpen) {
    return [{ type: 'recovery_opened', id: `${id}-opened`, contactId, at: openedAt, values: { opened } }];
  }
  const outcome = tell.values['rapport_first_fight_outcome'] === 'recovered' ? 'recovered' : 'other';
  return [
    {
      type: 'recovery_closed',
      id: `${id}-closed`,
      contactId,
      at: assessment.asOf,
      values: { opened, outcome },
    },
  ];
}

/** The complaint itself may be gone by now, its ticket deleted: then what stood in HubSpot dates it. */
function openedAtOf({ values, published, assessment }: ToTell): number {
  const latest = assessment.milestones?.firstFight?.latest.openedAt;
  if (latest !== undefined) return latest;
  const dates = [values['rapport_first_fight_at'], published['rapport_first_fight_at']];
  const known = dates.map((text) => Date.parse(text ?? '')).find((at) => !Number.isNaN(at));
  return known ?? assessment.asOf;
}
