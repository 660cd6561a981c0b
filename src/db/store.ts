/** All stores of one database, as the composition root hands them to the use cases. */
import type { Clock } from '../usecases/ports.ts';
import { createActionCalls } from './action-calls.ts';
import { createAdmins } from './admins.ts';
import { createAssessments } from './assessments.ts';
import { createBackfills } from './backfills.ts';
import { createBacklog } from './backlog.ts';
import type { Cipher } from './cipher.ts';
import { createCorrections } from './corrections.ts';
import type { Database } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createDirtyContacts, createDirtyRecords } from './dirty-set.ts';
import { createEditions } from './editions.ts';
import { createHistories } from './histories.ts';
import { createHome } from './home.ts';
import { createInstallations } from './installations.ts';
import { createOAuthStates } from './oauth-states.ts';
import { createParking } from './parking.ts';
import { createPersonalData } from './personal-data.ts';
import { createBacktests, createPortalModels } from './portal-models.ts';
import { createPortalViews } from './portal-views.ts';
import { createPreviews } from './previews.ts';
import { createRegisters } from './registers.ts';
import { createRounds } from './rounds.ts';
import { createStoredCounts } from './stored-counts.ts';
import { createStoredRecords } from './stored-records.ts';
import { createTimeline } from './timeline.ts';
import { createTokenVault } from './token-vault.ts';
import { createTurns, lanesAt } from './turns.ts';

export type Store = ReturnType<typeof createStore>;

/** @param pace how many times faster than HubSpot's the limits are; 1 unless a stand-in for HubSpot is as fast. */
export function createStore(
  db: Database,
  { clock, cipher, pace = 1 }: { clock: Clock; cipher: Cipher; pace?: number },
) {
  return {
    atomically: db.atomically,
    installations: createInstallations(db),
    vault: createTokenVault(db, cipher),
    turns: createTurns(db, lanesAt(pace)),
    oauthStates: createOAuthStates(db),
    timeline: createTimeline(db),
    corrections: createCorrections(db),
    assessments: createAssessments(db),
    home: createHome(db),
    choices: createEditions(db),
    previews: createPreviews(db),
    admins: createAdmins(db),
    dirtyContacts: createDirtyContacts(db, clock),
    dirtyRecords: createDirtyRecords(db, clock),
    backfills: createBackfills(db),
    backlog: createBacklog(db),
    deliveries: createDeliveries(db, clock),
    parking: createParking(db),
    actionCalls: createActionCalls(db),
    counts: createStoredCounts(db),
    registers: createRegisters(db),
    rounds: createRounds(db),
    storedRecords: createStoredRecords(db),
    histories: createHistories(db),
    views: createPortalViews(db),
    portalModels: createPortalModels(db),
    backtests: createBacktests(db),
    personalData: createPersonalData(db),
  };
}
