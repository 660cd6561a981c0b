/** The people of the story who show the models beside the stage; made for demonstrations and screens. */
import {
  both,
  caredFor,
  courted,
  earning,
  leftAlone,
  letDownTwice,
  lostTrust,
  meetsMonthly,
  says,
  soldAt,
  soldThrough,
} from './plays-models.ts';
import {
  ambassador,
  coldMails,
  firstOrder,
  machineBought,
  standingOrder,
  taster,
  visitor,
} from './plays-together.ts';
import { type Household, person } from './role.ts';

const asked = (type: string, source: string) => ({
  rapport_desired_relationship: type,
  rapport_desired_relationship_source: source,
});

export const castModels: readonly Household[] = [
  {
    company: 'Quayside Regulars',
    language: 'en',
    people: [
      person(
        'Nora Quayle',
        'Guest',
        'bonding',
        'direct, unidentified: buys where one can pay cash',
        both(soldAt('Harbour Café'), standingOrder(14, 26, 5, 30)),
      ),
      person(
        'Edwin Marlowe',
        'Guest',
        'bonding',
        'indirect, unidentified: buys in a supermarket',
        both(soldAt('Mokka Market'), standingOrder(21, 20, 4, 25)),
      ),
      person(
        'Tessa Bramwell',
        'Owner',
        'integrating',
        'indirect, identified: a machine through a dealer',
        both(soldThrough('Mokka Trading'), machineBought(24, 3)),
      ),
    ],
  },
  {
    company: 'Nordmeer Labor',
    language: 'de',
    people: [
      person(
        'Wiebke Nordmann',
        'Leitung',
        'bonding',
        'partnership suggested and practised: few customers, a high margin, meetings every five weeks',
        both(earning('laboratories', 0.6), ambassador(240, 6), meetsMonthly),
        asked('business_partners', 'Sagte sie beim Jahresgespräch'),
      ),
    ],
  },
  {
    company: 'Silverlake Studio',
    language: 'en',
    people: [
      person(
        'Ingrid Solberg',
        'Founder',
        'bonding',
        'proactive practised, closer than wanted',
        both(earning('studios', 0.35), ambassador(230, 7), caredFor(220)),
        asked('strangers', 'Wrote it on the preference page'),
      ),
    ],
  },
  {
    company: 'Aalto Ceramics',
    language: 'en',
    people: [
      person(
        'Kirsten Aalto',
        'Potter',
        'bonding',
        'proactive suggested: few customers, a middling margin',
        both(earning('ceramics', 0.3), ambassador(210, 9)),
      ),
    ],
  },
  {
    company: 'Werkhof Ost',
    language: 'de',
    people: [
      person(
        'Bernd Hallmann',
        'Werkstatt',
        'integrating',
        'accountable suggested: few customers, a low margin',
        both(earning('workshops', 0.06), machineBought(60, 4)),
        asked('buddies', 'Sagte er am Telefon'),
      ),
    ],
  },
  {
    company: 'Two Kitchens',
    language: 'en',
    people: [
      person(
        'Maeve Corrigan',
        'Chef',
        'integrating',
        'reactive suggested',
        both(earning('kitchens', 0.07), machineBought(70, 9)),
      ),
      person(
        'Dermot Haig',
        'Chef',
        'integrating',
        'bought, and nobody asked how it went: basic practised, wanted as a partner',
        both(earning('kitchens', 0.08), leftAlone(40)),
        asked('business_partners', 'Said so when signing'),
      ),
    ],
  },
  {
    company: 'Praxis am Markt',
    language: 'de',
    people: [
      person(
        'Renate Osterkamp',
        'Praxis',
        'integrating',
        'basic suggested: many customers, a low margin',
        both(earning('practices', 0.05), machineBought(33, 5)),
      ),
      person(
        'Volker Semmler',
        'Praxis',
        'integrating',
        'of the same practice',
        both(earning('practices', 0.05), machineBought(45, 6)),
      ),
      person(
        'Hilke Anders',
        'Praxis',
        'integrating',
        'of the same practice',
        both(earning('practices', 0.05), machineBought(52, 8)),
      ),
    ],
  },
  {
    company: 'Ways to Harbour Hill',
    language: 'en',
    people: [
      person('Alma Fenn', 'Visitor', 'initiating', 'came by a friend, as she says', (life) => {
        visitor(6)(life);
        life.known({ how_did_you_hear_about_us: 'a friend' });
      }),
      person('Boris Adler', 'Visitor', 'initiating', 'met us at a trade fair', (life) => {
        visitor(5)(life);
        life.known({ how_did_you_hear_about_us: 'a trade fair' });
      }),
      person('Cleo Hart', 'Visitor', 'initiating', 'walked past our shop', (life) => {
        visitor(4)(life);
        life.known({ how_did_you_hear_about_us: 'our shop' });
      }),
      person('Dora Lunt', 'Visitor', 'initiating', 'says something else', (life) => {
        visitor(4)(life);
        life.known({ how_did_you_hear_about_us: 'other' });
      }),
      ...(
        [
          ['Emil Voss', 'ORGANIC_SEARCH'],
          ['Frida Holm', 'PAID_SOCIAL'],
          ['Gustav Reuter', 'EMAIL_MARKETING'],
          ['Hedda Blom', 'DIRECT_TRAFFIC'],
          ['Ivo Tanner', 'REFERRALS'],
          ['Jette Lund', 'SOCIAL_MEDIA'],
        ] as const
      ).map(([name, source]) =>
        person(
          name,
          'Visitor',
          'initiating',
          `came by ${source.toLowerCase().replaceAll('_', ' ')}`,
          (life) => life.cameBy(source, 7),
        ),
      ),
    ],
  },
  {
    company: 'Fairweather & Daughters',
    language: 'en',
    people: [
      person(
        'Gwen Fairweather',
        'Director',
        'stagnating',
        'a complaint that nothing healed',
        both(firstOrder(130), lostTrust(80)),
      ),
      person(
        'Rhona Fairweather',
        'Director',
        'integrating',
        'let down twice within half a year',
        both(standingOrder(14, 20, 3), letDownTwice),
      ),
      person(
        'Silas Fairweather',
        'Buyer',
        'initiating',
        'agreed to mail years ago and never came back: ask first',
        both(visitor(4), says({ consent_date: '2023-01-10' })),
      ),
      person(
        'Theo Fairweather',
        'Buyer',
        'initiating',
        'written and called more than people like',
        both(coldMails(60, 2), courted),
      ),
      person(
        'Una Fairweather',
        'Apprentice',
        'experimenting',
        'under age, and not by phone',
        both(taster(20, 3), says({ is_minor: 'true', do_not_call: 'true' })),
      ),
    ],
  },
];
