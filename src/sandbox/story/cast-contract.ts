/** The people of the story who live under contracts; made for demonstrations and screens. */

import { recommendation } from './group-plays.ts';
import {
  cameBackAfterNotice,
  clubMember,
  gaveNotice,
  paidByInvoice,
  quoteOut,
  renewed,
  subscriber,
  underContract,
} from './plays-contract.ts';
import { referredVisitor } from './plays-together.ts';
import { type Household, person } from './role.ts';

export const castContract: readonly Household[] = [
  {
    company: 'Lindenhof Dental',
    language: 'de',
    people: [
      person(
        'Ulrike Wendland',
        'Praxisleitung',
        'integrating',
        'silent, held by a term',
        underContract(210, 100),
      ),
      person('Henning Voss', 'Verwaltung', 'bonding', 'renewed for another year', renewed(400, 12)),
      person(
        'Sabine Thoma',
        'Empfang',
        'terminating',
        'gave notice that takes effect next month',
        gaveNotice(300, 20, -35),
      ),
      person('Jonas Kriegel', 'Labor', 'initiating', 'recommended, the name on the record', (life) => {
        referredVisitor(9, 'Ulrike Wendland')(life);
        life.recommendedBy('Ulrike Wendland');
      }),
    ],
    together: recommendation,
  },
  {
    company: 'Ferncliffe Library',
    language: 'en',
    people: [
      person(
        'Moira Tennant',
        'Librarian',
        'integrating',
        'cancelled, gone, and back: a second epoch',
        cameBackAfterNotice(700, 420, 380, 12),
      ),
      person('Callum Redfern', 'Events', 'bonding', 'a gold member of the club', clubMember(120, 8)),
      person('Judith Ansell', 'Buildings', 'intensifying', 'a quote is out', quoteOut(9, 2)),
      person(
        'Rory Pemberton',
        'Finance',
        'integrating',
        'won and paid by invoice: one purchase',
        paidByInvoice(40, 5),
      ),
      person(
        'Tamsin Oakley',
        'Front Desk',
        'integrating',
        'silent, held by a subscription',
        subscriber(190, 95),
      ),
    ],
  },
];
