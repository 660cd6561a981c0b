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

/** The group of a path, in which the paths stand as the service orders them. */
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
