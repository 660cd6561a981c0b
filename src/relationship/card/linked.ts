import type { Linked } from '@rapport/shared/contract.ts';

/** HubSpot's ids of the object types our signals are read from: a card links by them. */
const objectTypeIds: Readonly<Record<string, string>> = {
  contacts: '0-1',
  deals: '0-3',
  tickets: '0-5',
  communications: '0-18',
  feedback_submissions: '0-19',
  tasks: '0-27',
  notes: '0-46',
  meetings: '0-47',
  calls: '0-48',
  emails: '0-49',
  postal_mail: '0-116',
  orders: '0-123',
};

/** The object behind an activity such as `deals:12`; null for what a record page cannot open. */
export function linkedTo(activity: string | null): Linked | null {
  const [type, objectId] = activity?.split(':') ?? [];
  const objectTypeId = type === undefined ? undefined : objectTypeIds[type];
  return objectTypeId === undefined || !objectId ? null : { objectTypeId, objectId };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

export function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
