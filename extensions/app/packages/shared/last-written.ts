/**
 * The last known answer, for when our service does not answer: what it wrote into the contact's own properties, which
 * HubSpot has and can always read.
 */
import { type FlightName, type StageName, stageNames } from './contract.ts';

export type LastWritten = {
  readonly stage: StageName;
  readonly flight: FlightName;
  readonly since: string | null;
  /** In the portal's language, as the property. */
  readonly reason: string | null;
  readonly holdsUntil: string | null;
  readonly assessedAt: string | null;
};

/** What of HubSpot's record actions reading it needs. */
export type PropertyReader = {
  readonly fetchCrmObjectProperties: (names: string[]) => Promise<Readonly<Record<string, string>>>;
};

const names = {
  stage: 'rapport_stage',
  since: 'rapport_stage_changed_at',
  reason: 'rapport_stage_reason',
  holdsUntil: 'rapport_holds_until',
  assessedAt: 'rapport_assessed_at',
} as const;

/** Null when no stage was ever written, or HubSpot does not say. */
export async function readLastWritten(reader: PropertyReader): Promise<LastWritten | null> {
  try {
    return lastWritten(await reader.fetchCrmObjectProperties(Object.values(names)));
  } catch {
    // It is the fallback of a failure that is shown already; without it the card shows that failure.
    return null;
  }
}

export function lastWritten(properties: Readonly<Record<string, unknown>> | null): LastWritten | null {
  const stage = stageNames.find((it) => it === properties?.[names.stage]);
  if (stage === undefined) return null;
  const text = (name: string) => {
    const value = properties?.[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    stage,
    flight: stageNames.indexOf(stage) < stageNames.length / 2 ? 'coming_together' : 'coming_apart',
    since: timeOf(text(names.since)),
    reason: text(names.reason),
    holdsUntil: timeOf(text(names.holdsUntil)),
    assessedAt: timeOf(text(names.assessedAt)),
  };
}

/** HubSpot gives a moment as ISO 8601 or as milliseconds, depending on who asks. */
function timeOf(value: string | null): string | null {
  if (value === null) return null;
  const at = new Date(/^\d+$/.test(value) ? Number(value) : value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
