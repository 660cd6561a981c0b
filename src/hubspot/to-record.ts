/** A record as HubSpot answers it, as the translations read it. */
import type { HubSpotRecord } from './schemas.ts';
import { type CrmRecord, toTime } from './signals/crm-record.ts';

/** `contacts`: how many it is about. */
export function toRecord(type: CrmRecord['type'], raw: HubSpotRecord, contacts: number): CrmRecord {
  const createdAt =
    toTime(raw.properties['createdate'] ?? raw.properties['hs_createdate'] ?? raw.createdAt ?? '') ?? 0;
  const modifiedAt = toTime(raw.properties['hs_lastmodifieddate'] ?? raw.updatedAt ?? '') ?? createdAt;
  return { type, id: raw.id, properties: raw.properties, createdAt, modifiedAt, contacts };
}
