/** The words of the parts behind the first glance: their type, which a new language has to fill. */
import type {
  CeilingName,
  ClockFace,
  DesiredPanel,
  LevelName,
  MilestonePanel,
  MismatchName,
  OutreachChannelName,
  PurposeName,
  QuadrantName,
  RecoveryPanel,
  VerdictName,
} from './contract.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;
type MilestoneName = keyof Pick<MilestonePanel, 'firstEncounter' | 'firstDate' | 'firstFight' | 'metFriends'>;
type Axis = DesiredPanel['observed'][number]['axis'];

export type PanelTexts = {
  readonly tabs: Named<'why' | 'guardrails' | 'milestones' | 'value' | 'history'>;
  readonly guardrails: GuardrailTexts;
  /** Of an answer that waits: when it was given or is due, both worded. */
  readonly clock: (outcome: ClockFace['outcome'], answered: string | null, due: string | null) => string;
  readonly milestones: {
    readonly names: Named<MilestoneName>;
    readonly notYet: Named<MilestoneName>;
    readonly broughtBy: string;
    readonly brought: (contacts: number, value: string | null) => string;
  };
  readonly recovery: RecoveryTexts;
  readonly matrix: {
    readonly title: string;
    readonly quadrants: Named<QuadrantName>;
    readonly model: string;
    readonly recommend: string;
    readonly disruption: string;
  };
  readonly level: {
    readonly title: string;
    readonly names: Named<LevelName | 'unknown'>;
    readonly suggested: string;
    readonly practised: string;
    readonly gapWords: (gap: number | null) => string;
    readonly followed: (followed: number, due: number) => string;
    readonly missed: {
      readonly title: string;
      readonly deal: string;
      readonly sold: string;
      readonly due: string;
    };
    readonly openDeal: (number: number) => string;
  };
  readonly approaches: {
    readonly title: string;
    readonly none: string;
    readonly first: string;
    readonly suits: string;
    readonly refused: (count: number) => string;
    readonly way: string;
    readonly missing: string;
  };
  readonly desired: {
    readonly title: string;
    readonly notAsked: string;
    readonly wants: string;
    readonly said: (source: string, day: string) => string;
    readonly captivity: string;
    readonly mismatch: Named<MismatchName | 'unknown'>;
    readonly rules: string;
    readonly depth: Named<'individual' | 'collective'>;
    readonly observed: string;
    readonly axis: string;
    readonly shows: string;
    readonly restsOn: string;
    readonly axes: Named<Axis>;
    /** Words for 0 to a third, the middle, and two thirds to 1. */
    readonly poles: Readonly<Record<Axis, readonly [string, string, string]>>;
    readonly noEvidence: string;
    readonly evidence: (signals: number) => string;
  };
  readonly history: {
    readonly steps: string;
    readonly what: string;
    readonly since: string;
    readonly how: string;
    readonly movements: Readonly<Record<string, string>>;
    readonly notEnough: string;
    readonly none: string;
    readonly earlier: (count: number) => string;
    readonly epochs: string;
    readonly epoch: (number: number) => string;
    readonly lasted: (from: string, to: string | null) => string;
  };
  readonly curve: {
    readonly title: (days: number) => string;
    readonly past: string;
    readonly ahead: (stage: string) => string;
    readonly beyond: (stage: string) => string;
    readonly day: string;
    readonly percent: string;
  };
};

export type GuardrailTexts = {
  readonly lights: string;
  readonly answers: Named<VerdictName>;
  readonly channels: Named<OutreachChannelName>;
  readonly purposes: Named<PurposeName>;
  readonly ceiling: string;
  readonly ceilingOf: (ceiling: CeilingName) => string;
  readonly noLimit: string;
  readonly purpose: string;
  readonly channel: string;
  readonly verdict: string;
  readonly why: string;
  readonly nothingAgainst: string;
  readonly instead: string;
  readonly until: (time: string) => string;
  readonly passed: (time: string) => string;
  readonly pressure: string;
  readonly pressureOf: (value: string, deny: string) => string;
  readonly pressureWords: Named<'low' | 'notice' | 'deny'>;
  readonly counted: (calls: number, emails: number, direct: number, letters: number, days: number) => string;
  readonly eases: (day: string) => string;
  readonly unseenMarketing: string;
  readonly next: string;
  readonly nextNow: string;
  readonly nextAt: (day: string) => string;
  readonly nextBlocked: string;
  readonly mayMention: string;
  readonly mayNotMention: string;
  readonly nothing: string;
};

export type RecoveryTexts = {
  readonly title: Named<RecoveryPanel['kind']>;
  readonly outcomes: Named<RecoveryPanel['outcome']>;
  readonly since: (what: string, day: string, outcome: string) => string;
  readonly severity: string;
  readonly severities: Named<'low' | 'medium' | 'high'>;
  readonly opened: string;
  readonly answer: string;
  readonly settled: string;
  readonly notSettled: string;
  readonly remedy: string;
  readonly remedies: Named<NonNullable<RecoveryPanel['remedy']>>;
  readonly sign: string;
  readonly signs: Named<NonNullable<RecoveryPanel['sign']>['by']>;
  readonly noSign: (until: string | null) => string;
  readonly pauses: string;
  readonly check: string;
  readonly count: (fights: number) => string;
  readonly open: string;
};
