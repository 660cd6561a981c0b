/** The people of the story whose relationships come apart; made for demonstrations and screens. */
import {
  boughtOnce,
  delivered,
  doNotContact,
  faded,
  grievances,
  lostDeal,
  narrowed,
  noShows,
  optedOut,
  quietProspect,
  stalledOffer,
  stoppedOrders,
  unanswered,
} from './plays-apart.ts';
import { standingOrder } from './plays-together.ts';
import { type Household, person } from './role.ts';

/** Has objected to being profiled; the portal learns it only once the property for it exists. */
export const objector = { first: 'Petra', last: 'Feldkamp' };

export const castApart: readonly Household[] = [
  {
    company: 'Feldkamp Optik',
    language: 'de',
    people: [
      person(
        'Petra Feldkamp',
        'Inhaberin',
        'bonding',
        'objects to profiling once installed',
        standingOrder(21, 18, 4, 120),
      ),
      person(
        'Lukas Jessen',
        'Werkstatt',
        'differentiating',
        'a complaint and NPS below six',
        grievances(24, 11),
      ),
      person('Anja Cordes', 'Büro', 'stagnating', 'tasted, talked, silent for ten weeks', quietProspect(70)),
    ],
  },
  {
    company: 'Garnethouse Media',
    language: 'en',
    people: [
      person(
        'Marcus Barlow',
        'Producer',
        'stagnating',
        'a weekly order that stopped',
        stoppedOrders(7, 45, 64),
      ),
      person(
        'Chloe Fairley',
        'Office Manager',
        'circumscribing',
        'since a quarter only tickets',
        narrowed(4),
      ),
      person('Alice Iverson', 'Editor', 'avoiding', 'two no-shows and no other day', noShows(9)),
    ],
  },
  {
    company: 'Delmas Voyages',
    language: 'fr',
    people: [
      person(
        'Camille Delmas',
        'Directrice',
        'differentiating',
        'unhappy twice, still ordering',
        grievances(40, 18),
      ),
      person('Hugo Fontenay', 'Agence', 'avoiding', 'three letters without an answer', unanswered(45)),
      person('Inès Garnier', 'Agence', 'terminating', 'asked us to stop', doNotContact(16)),
    ],
  },
  {
    company: 'Saffronpoint Travel',
    language: 'en',
    people: [
      person('Nadia Merriman', 'Founder', 'terminating', 'a coffee corner delivered and paid', delivered(30)),
      person('Joanna Garside', 'Team Lead', 'terminating', 'faded after monthly orders', faded(430)),
      person(
        'Erin Ashdown',
        'Team Lead',
        'experimenting',
        'lost to a competitor, went on talking',
        lostDeal(25, 3),
      ),
    ],
  },
  {
    company: 'Gallardo Diseño',
    language: 'es',
    people: [
      person(
        'Elena Gallardo',
        'Directora creativa',
        'intensifying',
        'slips in three days: an offer without a word',
        stalledOffer(27),
      ),
      person('Diego Ibarra', 'Estudio', 'stagnating', 'bought once, half a year ago', boughtOnce(170)),
      person(
        'Nuria Lozano',
        'Compras',
        'circumscribing',
        'fewer words, a grievance among them',
        narrowed(11),
      ),
    ],
  },
  {
    company: 'Pellegrini Arredi',
    language: 'it',
    people: [
      person('Silvia Pellegrini', 'Titolare', 'stagnating', 'an offer that stalled', stalledOffer(52)),
      person('Fabio Rinaldi', 'Ufficio', 'avoiding', 'opted out of all mail', optedOut(12)),
      person('Marta Colombari', 'Ufficio', 'terminating', 'a project completed last season', delivered(110)),
    ],
  },
  {
    company: 'Jansma Software',
    language: 'nl',
    people: [
      person('Thijs Jansma', 'CTO', 'integrating', 'slips soon: one order seven weeks ago', boughtOnce(50)),
      person(
        'Sanne Dijkman',
        'Office Manager',
        'stagnating',
        'a fortnightly order that stopped',
        stoppedOrders(14, 30, 110),
      ),
      person('Bram Hoekema', 'Inkoop', 'terminating', 'faded long ago', faded(600)),
    ],
  },
];
