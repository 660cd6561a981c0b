/**
 * When contacts opted out, became members or said what they want, from the histories of those properties: one more call per fifty contacts that
 * have such a flag set, and none for a page without any.
 */
import type { PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { desiredProperty } from './facts/closeness.ts';
import { historySchema } from './schemas.ts';
import {
  type FlagChange,
  type FlagChanges,
  hasOptedOut,
  optOutProperty,
} from './signals/contact-preferences.ts';
import { undatedMember } from './signals/contact-standing.ts';
import { type CrmRecord, isSet, type Meaning, textOf, toTime } from './signals/crm-record.ts';
import { paths } from './versions.ts';

/** HubSpot's batch size with property histories. */
const batchSize = 50;

export async function readFlagChanges(
  calls: Calls,
  portal: PortalId,
  records: readonly CrmRecord[],
  meaning: Meaning,
): Promise<FlagChanges> {
  const flagged = records.filter(
    (it) =>
      hasOptedOut(it, meaning) || undatedMember(it, meaning) !== null || textOf(it, desiredProperty) !== null,
  );
  const { loyaltyMember, optOutTypes } = meaning.properties;
  const flags = [
    optOutProperty,
    ...(flagged.some((it) => textOf(it, desiredProperty) !== null) ? [desiredProperty] : []),
    ...optOutTypes,
    ...(loyaltyMember === null ? [] : [loyaltyMember]),
  ];
  const found = new Map<string, ReadonlyMap<string, FlagChange>>();
  for (let start = 0; start < flagged.length; start += batchSize) {
    const inputs = flagged.slice(start, start + batchSize).map(({ id }) => ({ id }));
    const json = { inputs, properties: [], propertiesWithHistory: flags };
    const doing = `read when ${inputs.length} contacts of portal ${portal} changed their flags`;
    const call = { method: 'POST', path: paths.batchRead('contacts'), json, lane: 'general', doing } as const;
    const answer = await calls.read(portal, call, historySchema);
    for (const { id, propertiesWithHistory } of answer.results) {
      const changes = flags.flatMap((flag) => {
        const versions = propertiesWithHistory?.[flag] ?? [];
        // A flag stands since it was set; a wish since it last became another one.
        const change = lastChange(flag === desiredProperty ? versions.slice(0, 1) : versions);
        return change === null ? [] : [[flag, change] as const];
      });
      found.set(id, new Map(changes));
    }
  }
  return found;
}

type Version = { value?: string | null | undefined; timestamp: string };

/** History comes newest first: the start of the unbroken run that stands now. Never set is no change. */
function lastChange(versions: readonly Version[]): FlagChange | null {
  const set = isSet(versions[0]?.value);
  const end = versions.findIndex(({ value }) => isSet(value) !== set);
  if (!set && end === -1) return null;
  const first = versions.slice(0, end === -1 ? versions.length : end).at(-1);
  const at = first === undefined ? null : toTime(first.timestamp);
  return at === null ? null : { at, set };
}
