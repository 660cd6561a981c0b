/** Every change of the schema, in order. Applied ones are never edited: what they left behind stands in production. */
import type { Migration } from 'kysely/migration';
import { tables } from './migrations/0001-tables.ts';
import { learned } from './migrations/0002-learned.ts';
import { mapped } from './migrations/0003-mapping.ts';
import { corrected } from './migrations/0004-corrections.ts';
import { homes } from './migrations/0005-home.ts';
import { chosen } from './migrations/0006-choices.ts';
import { searchLane } from './migrations/0007-search-lane.ts';
import { actionCalls } from './migrations/0010-action-calls.ts';
import { rounds } from './migrations/0011-rounds.ts';
import { portalView } from './migrations/0020-portal-view.ts';
import { markedAt } from './migrations/0021-marked-at.ts';
import { plainBodies } from './migrations/0022-plain-bodies.ts';
import { registers } from './migrations/0023-register.ts';
import { everyone } from './migrations/0024-everyone.ts';
import { foundByIndex } from './migrations/0025-found-by-index.ts';
import { unsettledWrites } from './migrations/0026-unsettled-writes.ts';
import { dueContacts } from './migrations/0027-due-contacts.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tables': tables,
  '0002-learned': learned,
  '0003-mapping': mapped,
  '0004-corrections': corrected,
  '0005-home': homes,
  '0006-choices': chosen,
  '0007-search-lane': searchLane,
  '0010-action-calls': actionCalls,
  '0011-rounds': rounds,
  '0020-portal-view': portalView,
  '0021-marked-at': markedAt,
  '0022-plain-bodies': plainBodies,
  '0023-register': registers,
  '0024-everyone': everyone,
  '0025-found-by-index': foundByIndex,
  '0026-unsettled-writes': unsettledWrites,
  '0027-due-contacts': dueContacts,
};
