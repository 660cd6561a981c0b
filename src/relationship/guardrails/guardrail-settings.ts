import {
  choiceField,
  flagField,
  numberField,
  type SettingFields,
  structureField,
} from '../settings/setting-field.ts';
import { listOf, oneOf, type Reader, recordOf, tableOf, textUpTo } from '../settings/setting-reader.ts';
import type { Stage } from '../stage/stages.ts';
import {
  type Ceiling,
  ceilings,
  type OutreachChannel,
  outreachChannels,
  type Purpose,
  purposes,
} from './action.ts';
import { type ProvenanceClass, type ProvenanceSettings, provenanceClasses } from './provenance.ts';

/** Every number and choice of the guardrails. The twenty rules themselves cannot be switched off. */
export type GuardrailSettings = ProvenanceSettings & {
  readonly pressureDays: number;
  readonly callsTolerated: number;
  readonly emailsTolerated: number;
  readonly directMessagesTolerated: number;
  readonly mailingsTolerated: number;
  readonly pressureNotice: number;
  readonly pressureDeny: number;
  readonly invitedDays: number;
  readonly quietFromHour: number;
  readonly quietToHour: number;
  readonly quietWeekdays: readonly number[];
  readonly quietChannels: readonly OutreachChannel[];
  readonly stageCeilings: Readonly<Record<Stage, Ceiling>>;
  readonly partingPauseDays: number;
  readonly consentRefreshDays: number;
  readonly legalBasisRequired: boolean;
  readonly marketingChannel: OutreachChannel;
};

const personal: readonly Purpose[] = [
  'service_reply',
  'transactional',
  'recovery',
  'follow_up',
  'sales',
  'survey',
];

const purposesByClass: Readonly<Record<ProvenanceClass, readonly Purpose[]>> = {
  P1: personal,
  P2: [...personal, 'referral_ask'],
  P3: ['service_reply', 'recovery', 'follow_up', 'sales', 'marketing'],
  P4: [],
  P5: ['service_reply', 'recovery', 'follow_up', 'sales', 'referral_ask'],
  P6: [],
  P7: [],
};

export const defaultGuardrailSettings: GuardrailSettings = {
  overrides: {},
  sensitiveWords: [
    ...[
      'health',
      'diagnos',
      'disabilit',
      'pregnan',
      'religio',
      'ethnic',
      'sexual',
      'crimin',
      'birth',
      'child',
    ],
    ...['salary', 'income', 'union', 'politic', 'genetic', 'biometr'],
    ...['gesundheit', 'krank', 'behinder', 'schwanger', 'ethnisch', 'strafe', 'geburt', 'kinder', 'gehalt'],
    ...['einkommen', 'gewerkschaft'],
  ],
  purposesByClass,
  pressureDays: 90,
  callsTolerated: 3,
  emailsTolerated: 4,
  directMessagesTolerated: 4,
  mailingsTolerated: 10,
  pressureNotice: 1,
  pressureDeny: 1.5,
  invitedDays: 7,
  quietFromHour: 20,
  quietToHour: 8,
  quietWeekdays: [0],
  quietChannels: ['call', 'sms', 'whatsapp'],
  stageCeilings: {
    initiating: 'I1',
    experimenting: 'I2',
    intensifying: 'I3',
    integrating: 'I3',
    bonding: 'I4',
    differentiating: 'I2',
    circumscribing: 'I2',
    stagnating: 'I2',
    avoiding: 'I1',
    terminating: 'I1',
  },
  partingPauseDays: 60,
  consentRefreshDays: 730,
  legalBasisRequired: false,
  marketingChannel: 'email',
};

const somePurposes = listOf(oneOf(purposes), purposes.length);

const purposesByClassReader: Reader<GuardrailSettings['purposesByClass']> = recordOf({
  P1: somePurposes,
  P2: somePurposes,
  P3: somePurposes,
  P4: somePurposes,
  P5: somePurposes,
  P6: somePurposes,
  P7: somePurposes,
});

const ceiling = oneOf(ceilings);

const stageCeilingsReader: Reader<GuardrailSettings['stageCeilings']> = recordOf({
  initiating: ceiling,
  experimenting: ceiling,
  intensifying: ceiling,
  integrating: ceiling,
  bonding: ceiling,
  differentiating: ceiling,
  circumscribing: ceiling,
  stagnating: ceiling,
  avoiding: ceiling,
  terminating: ceiling,
});

/**
 * What the settings page says of each. The three tolerances marked [V] come from one study of the customers of one US car
 * dealership over 39 months (Godfrey, Seiders and Voss, 2011), each channel used alone: a start, not a law.
 */
export const guardrailSettingFields: SettingFields<GuardrailSettings> = {
  overrides: structureField(
    'D',
    'Provenance class by property name; a sensitive mark cannot be undone.',
    'a provenance class by property name',
    tableOf(oneOf(provenanceClasses)),
  ),
  sensitiveWords: structureField(
    'D',
    'Beginnings of words in a property name that make it sensitive.',
    'a list of word beginnings',
    listOf(textUpTo(50)),
  ),
  purposesByClass: structureField(
    'D',
    'What each provenance class may serve where no purpose was written down.',
    'a list of purposes by class',
    purposesByClassReader,
  ),
  pressureDays: numberField('V', 'Contact pressure counts the outreach of so many days.', [30, 365, 'days']),
  callsTolerated: numberField('V', 'Calls that alone fill the tolerance.', [1, 50, 'count']),
  emailsTolerated: numberField('V', 'E-mails that alone fill the tolerance.', [1, 100, 'count']),
  directMessagesTolerated: numberField('D', 'Direct messages that alone fill the tolerance.', [
    1,
    100,
    'count',
  ]),
  mailingsTolerated: numberField('V', 'Letters that alone fill the tolerance.', [1, 100, 'count']),
  pressureNotice: numberField('D', 'From this pressure on the rep is told.', [0.1, 5, 'times']),
  pressureDeny: numberField('D', 'From this pressure on uninvited outreach is denied.', [0.1, 10, 'times']),
  invitedDays: numberField('D', 'A message so soon after a healing touch is invited.', [0, 30, 'days']),
  quietFromHour: numberField('D', "Quiet hours begin, in the portal's time zone.", [0, 24, 'hours']),
  quietToHour: numberField('D', "Quiet hours end, in the portal's time zone.", [0, 24, 'hours']),
  quietWeekdays: structureField(
    'D',
    'Days that are quiet as a whole, 0 for Sunday to 6 for Saturday.',
    'a list of weekdays',
    listOf(oneOf([0, 1, 2, 3, 4, 5, 6]), 7),
  ),
  quietChannels: structureField(
    'D',
    'Channels that wait for the end of the quiet hours.',
    'a list of channels',
    listOf(oneOf(outreachChannels), outreachChannels.length),
  ),
  stageCeilings: structureField(
    'D',
    'How close each stage lets us come.',
    'a ceiling by stage',
    stageCeilingsReader,
  ),
  partingPauseDays: numberField('D', 'In Avoiding and Terminating at most one outreach in so many days.', [
    14,
    365,
    'days',
  ]),
  consentRefreshDays: numberField('D', 'Consent needs a new yes or a healing touch after so many days.', [
    30,
    3650,
    'days',
  ]),
  legalBasisRequired: flagField('D', 'Marketing needs a recorded legal basis.'),
  marketingChannel: choiceField(
    'D',
    'The channel for which the next possible marketing date is told.',
    outreachChannels,
  ),
};
