/** The records of a made portal, each from its id alone: a mixed timeline over two years. */

/** How many contacts, and how many activities of each type; activity n is about contact n modulo their number. */
export type Contents = {
  readonly contacts: number;
  readonly activities: Readonly<Record<string, number>>;
  /** When a record was edited, by `type:id`, ms since epoch: its moment moves there. */
  readonly edited?: ReadonlyMap<string, number>;
};

const start = Date.UTC(2024, 5, 1);
const span = 700 * 86_400_000;

/** Twenty activities a contact, of five types. */
export function twentyEach(contacts: number): Contents {
  const each = contacts * 4;
  return { contacts, activities: { emails: each, calls: each, meetings: each, notes: each, tasks: each } };
}

const typeIds: Readonly<Record<string, number>> = {
  emails: 198,
  calls: 194,
  meetings: 200,
  notes: 202,
  tasks: 204,
};

export function typeIdOf(type: string): number {
  return typeIds[type] ?? 0;
}

export function madeRecord(type: string, id: number, { contacts, edited }: Contents) {
  const made = start + ((id * 7_919_777 + (id % contacts) * 104_729_003) % span);
  const created = new Date(made).toISOString();
  const at = new Date(edited?.get(`${type}:${id}`) ?? made).toISOString();
  const properties = {
    hs_object_id: String(id),
    hs_createdate: created,
    createdate: created,
    hs_lastmodifieddate: at,
    lastmodifieddate: at,
    ...propertiesOf(type, id, at),
  };
  return { id: String(id), properties, createdAt: created, updatedAt: at, archived: false };
}

function propertiesOf(type: string, id: number, at: string): Record<string, string> {
  const isTheirs = id % 3 !== 0;
  switch (type) {
    case 'contacts':
      return { email: `c${id}@client.example`, firstname: 'C', lastname: String(id) };
    case 'emails':
      return {
        hs_timestamp: at,
        hs_email_direction: isTheirs ? 'INCOMING_EMAIL' : 'EMAIL',
        hs_email_status: 'SENT',
      };
    case 'calls':
      return {
        hs_timestamp: at,
        hs_call_direction: isTheirs ? 'INBOUND' : 'OUTBOUND',
        hs_call_duration: '240000',
      };
    case 'meetings':
      return {
        hs_timestamp: at,
        hs_meeting_outcome: 'COMPLETED',
        hs_meeting_start_time: at,
        hs_meeting_end_time: new Date(Date.parse(at) + 1_800_000).toISOString(),
      };
    case 'tasks':
      return { hs_timestamp: at, hs_task_status: 'COMPLETED', hs_task_completion_date: at };
    default:
      return { hs_timestamp: at };
  }
}
