/** How the settings are grouped on the page: every one that has a field is in one group. */
export const groupNames = [
  'noise',
  'quiet',
  'held',
  'fading',
  'closer',
  'trouble',
  'matrix',
  'level',
  'grid',
  'approaches',
  'milestones',
  'pressure',
  'quietHours',
  'ceilings',
  'desired',
] as const;

export type GroupName = (typeof groupNames)[number];

/** What of the engine's settings, whose paths have no group before them, is where. */
const ofTheEngine: Readonly<Record<string, readonly string[]>> = {
  noise: ['largeGroup'],
  quiet: [
    'quietDays',
    'quietHorizons',
    'quietChance',
    'quietRatio',
    'dwellDays',
    'ownGapLast',
    'ownGapMin',
    'ownGapFloorDays',
    'ownGapCeilingDays',
    'runnerUpGap',
  ],
  held: [
    'renewalWindowDays',
    'rhythmCycles',
    'rhythmSpread',
    'rhythmIntervals',
    'seasonDays',
    'colleagueDays',
  ],
  fading: [
    'fadedDays',
    'fadedHorizons',
    'fadedChance',
    'fadedAnywayDays',
    'fadedAnywayHorizons',
    'returnDays',
    'returnSilenceDays',
    'returnSilenceHorizons',
  ],
  closer: [
    'conversationSeconds',
    'engagementActs',
    'engagementDays',
    'meetings',
    'meetingDays',
    'negotiationDays',
    'staleGaps',
    'staleDays',
    'bondingCycles',
    'bondingTermDays',
    'thirdCycle',
    'thirdCycleDays',
    'npsPromoter',
    'promoterDays',
    'advocacyDays',
  ],
  trouble: [
    'troubleDays',
    'npsTrouble',
    'csatTrouble',
    'troubleKinds',
    'stretchedInterval',
    'compareDays',
    'narrowedTo',
    'slowerReplies',
    'repliesPerWindow',
    'withdrawals',
    'withdrawalDays',
    'unanswered',
    'unansweredDays',
  ],
  matrix: ['sector', 'purchasesVisible'],
};

const groupOfEngine = new Map<string, string>(
  Object.entries(ofTheEngine).flatMap(([group, paths]) =>
    paths.map((path): [string, string] => [path, group]),
  ),
);

const engineOrder = Object.values(ofTheEngine).flat();

/** What belongs together stands together; what is not named here keeps the order of the service. */
export function inGroupOrder(a: string, b: string): number {
  return engineOrder.indexOf(a) - engineOrder.indexOf(b);
}

/** The group of a path; null for one that has none. */
export function groupOf(path: string): GroupName | null {
  const [head = '', key = ''] = path.split('.');
  if (head === 'guardrails') return guardrailGroup(key);
  if (head === 'level' && key === 'grid') return 'grid';
  if (head === 'businessHours') return 'milestones';
  if (head === 'playbook') return 'desired';
  const name = groupOfEngine.get(path) ?? head;
  return groupNames.find((it) => it === name) ?? null;
}

function guardrailGroup(key: string): GroupName {
  if (key === 'stageCeilings') return 'ceilings';
  return key.startsWith('quiet') ? 'quietHours' : 'pressure';
}
