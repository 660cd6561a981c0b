/** Whom of the story to look up for what: the property that tells it to workflows, and the words on the record. */

import type { PurposeName } from '@rapport/shared/contract.ts';

export type StoryCase = readonly [property: string, value: string, who: string, shown: RegExp];

const says = (words: string) => new RegExp(words);

/** Attention stands on the card as the gap, where one is known, then what is practised, then what is suggested. */
const gap = '(?:(?:None|\\w+ levels? (?:too little|more than it takes)) )?(?!None)';
const practised = (level: string) => says(`Attention ${gap}${level}`);
const suggested = (level: string) => says(`Attention ${gap}\\w+ ${level}`);
const firstMet = (how: string) => says(`First met on \\d+ \\w+ \\d+, ${how}\\.`);

export const storyCases: readonly StoryCase[] = [
  ['rapport_quadrant', 'direct_identified', 'Mara Holloway', says('Relationship matrix Direct, identified')],
  [
    'rapport_quadrant',
    'direct_unidentified',
    'Nora Quayle',
    says('Relationship matrix Direct, unidentified'),
  ],
  [
    'rapport_quadrant',
    'indirect_unidentified',
    'Edwin Marlowe',
    says('Relationship matrix Indirect, unidentified'),
  ],
  [
    'rapport_quadrant',
    'indirect_identified',
    'Tessa Bramwell',
    says('Relationship matrix Indirect, identified'),
  ],
  ['rapport_level_suggested', 'partnership', 'Wiebke Nordmann', suggested('Partnership')],
  ['rapport_level_suggested', 'proactive', 'Kirsten Aalto', suggested('Proactive')],
  ['rapport_level_suggested', 'accountable', 'Bernd Hallmann', suggested('Accountable')],
  ['rapport_level_suggested', 'reactive', 'Maeve Corrigan', suggested('Reactive')],
  ['rapport_level_suggested', 'basic', 'Renate Osterkamp', suggested('Basic')],
  ['rapport_level_suggested', 'unknown', 'Mara Holloway', suggested('Unknown')],
  ['rapport_level_practised', 'partnership', 'Wiebke Nordmann', practised('Partnership')],
  ['rapport_level_practised', 'proactive', 'Ingrid Solberg', practised('Proactive')],
  ['rapport_level_practised', 'accountable', 'Bernd Hallmann', practised('Accountable')],
  ['rapport_level_practised', 'reactive', 'Harriet Lockhart', practised('Reactive')],
  ['rapport_level_practised', 'basic', 'Dermot Haig', practised('Basic')],
  ['rapport_first_encounter_source', 'word_of_mouth', 'Alma Fenn', firstMet('by word of mouth')],
  ['rapport_first_encounter_source', 'event', 'Boris Adler', firstMet('at an event')],
  ['rapport_first_encounter_source', 'offline', 'Cleo Hart', firstMet('offline')],
  ['rapport_first_encounter_source', 'other', 'Dora Lunt', firstMet('in another way')],
  ['rapport_first_encounter_source', 'organic_search', 'Emil Voss', firstMet('by a search')],
  ['rapport_first_encounter_source', 'paid_search', 'Ida Bergqvist', firstMet('by a search advertisement')],
  [
    'rapport_first_encounter_source',
    'paid_social',
    'Frida Holm',
    firstMet('by an advertisement in social media'),
  ],
  ['rapport_first_encounter_source', 'social', 'Jette Lund', firstMet('by social media')],
  ['rapport_first_encounter_source', 'email', 'Gustav Reuter', firstMet('by e-mail')],
  ['rapport_first_encounter_source', 'direct', 'Hedda Blom', firstMet('by coming to our pages')],
  ['rapport_first_encounter_source', 'referral', 'Ivo Tanner', firstMet('by a link from others')],
  ['rapport_first_encounter_source', 'our_outreach', 'Jakub Malinowski', firstMet('because we reached out')],
  ['rapport_first_encounter_source', 'unknown', 'Chiara Donati', firstMet('nobody knows how')],
  ['rapport_first_date_door', 'data', 'Mara Holloway', says('They first shared something on')],
  ['rapport_first_date_door', 'purchase', 'Chiara Donati', says('They first bought on')],
  ['rapport_first_fight_outcome', 'recovered', 'Élodie Marchal', says('Complaint Recovered')],
  ['rapport_first_fight_outcome', 'unrecovered', 'Gwen Fairweather', says('Complaint Not recovered')],
  ['rapport_first_fight_outcome', 'open', 'Owen Merriman', says('Complaint Open')],
  ['rapport_first_fight_outcome', 'repeat', 'Rhona Fairweather', says('Complaint Happened again')],
  [
    'rapport_relationship_mismatch',
    'too_close',
    'Ingrid Solberg',
    says('What they want Closer than they want'),
  ],
  [
    'rapport_relationship_mismatch',
    'too_distant',
    'Dermot Haig',
    says('What they want More distant than they want'),
  ],
  ['rapport_relationship_mismatch', 'fits', 'Wiebke Nordmann', says('What they want Fits')],
  ['rapport_relationship_mismatch', 'not_asked', 'Mara Holloway', says('What they want Not asked')],
  [
    'rapport_met_friends_at',
    '2026-06-06T08:36:00.000Z',
    'Ulrike Wendland',
    says('They referred somebody to us on'),
  ],
];

/** A verdict of each kind: for a purpose, which the rep chooses on the card. */
export const storyVerdicts: readonly (readonly [
  answer: string,
  purpose: PurposeName,
  who: string,
  shown: RegExp,
])[] = [
  ['ALLOW', 'follow_up', 'Wiebke Nordmann', says('Letter Go ahead Nothing stands against it')],
  ['ALLOW_WITH_NOTICE', 'marketing', 'Wiebke Nordmann', says('Go ahead, with a notice')],
  ['ASK_FIRST', 'marketing', 'Silas Fairweather', says('Ask first Their consent is of')],
  ['DENY', 'follow_up', 'Theo Fairweather', says('Do not Contact pressure is')],
  ['DENY', 'follow_up', 'Una Fairweather', says('Phone Do not They asked us')],
];
