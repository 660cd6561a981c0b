/** The people of the story whose relationships come together; made for demonstrations and screens. */
import { inOneHall, sharedTable } from './group-plays.ts';
import { rhythm } from './life.ts';
import { openComplaint, refunded } from './plays-apart.ts';
import {
  ambassador,
  christmasBuyer,
  coldMails,
  firstOrder,
  machineBought,
  meetingAhead,
  messengerTalk,
  negotiation,
  newsletterReader,
  onAList,
  openQuestion,
  recovered,
  referredVisitor,
  returned,
  standingOrder,
  taster,
  twoVisits,
  visitor,
  wrongAddress,
} from './plays-together.ts';
import { type Household, person } from './role.ts';

export const castTogether: readonly Household[] = [
  {
    company: 'Fjordlys Studio',
    language: 'en',
    people: [
      person(
        'Mara Holloway',
        'Founder',
        'bonding',
        'a weekly routine of a year and a half',
        standingOrder(7, 78, 2, 96),
      ),
      person('Tobias Renner', 'Studio Manager', 'experimenting', 'a good talk by mail', taster(24, 2)),
      person('Ada Okonkwo', 'Designer', 'not_enough_evidence', 'a row of an imported list', onAList(40)),
    ],
  },
  {
    company: 'Amberfield Law',
    language: 'en',
    people: [
      person(
        'Harriet Lockhart',
        'Managing Partner',
        'bonding',
        'an ambassador: two machines, NPS 10',
        ambassador(250, 5),
      ),
      person(
        'Owen Merriman',
        'Office Manager',
        'integrating',
        'an open complaint while orders go on',
        openComplaint(6),
      ),
      person(
        'Priya Garside',
        'People Lead',
        'initiating',
        'recommended by a friend, has not spoken yet',
        referredVisitor(5, 'Harriet Lockhart'),
      ),
    ],
  },
  {
    company: 'Brinkmann & Töchter',
    language: 'de',
    people: [
      person(
        'Greta Brinkmann',
        'Geschäftsführerin',
        'bonding',
        'a monthly order of two years',
        standingOrder(30, 24, 6, 310),
      ),
      person('Nils Hagedorn', 'Einkauf', 'integrating', 'a first order a week ago', firstOrder(8)),
      person('Katrin Eggert', 'Assistenz', 'experimenting', 'wrote last: we owe an answer', openQuestion(5)),
    ],
  },
  {
    company: 'Orchardgate Clinic',
    language: 'en',
    people: [
      person(
        'Daniel Kettering',
        'Head of Operations',
        'intensifying',
        'an offer on the table',
        negotiation(20, 2),
      ),
      person(
        'Leah Ashdown',
        'Facilities Lead',
        'experimenting',
        'quiet, with a meeting ahead',
        meetingAhead(48, 12),
      ),
    ],
  },
  {
    company: 'Cafés du Marais',
    language: 'fr',
    people: [
      person(
        'Élodie Marchal',
        'Gérante',
        'bonding',
        'a complaint, settled; the routine went on',
        recovered(210),
      ),
      person('Julien Besson', 'Achats', 'intensifying', 'two visits within a season', twoVisits(48, 4)),
      person('Noémie Lacombe', 'Assistante', 'experimenting', 'talks by messenger', messengerTalk(60, 3)),
    ],
  },
  {
    company: 'Hotel Puerto Claro',
    language: 'es',
    people: [
      person(
        'Lucía Figueroa',
        'Directora',
        'intensifying',
        'silent, held by a colleague on the same deal',
        (life) => {
          life.form(104);
          for (const day of rhythm(life.random, 102, 46, 6)) life.exchange(day);
          life.call(45);
        },
      ),
      person('Javier Montes', 'Compras', 'intensifying', 'the colleague who is still talking', (life) =>
        life.call(44),
      ),
    ],
    together: sharedTable(45),
  },
  {
    company: 'Torre Bianca Ottica',
    language: 'it',
    people: [
      person('Chiara Donati', 'Titolare', 'integrating', 'back after two years: a second epoch', returned(9)),
      person(
        'Lorenzo Fabbri',
        'Responsabile acquisti',
        'integrating',
        'a machine bought, its first weeks',
        machineBought(19, 2),
      ),
    ],
  },
  {
    company: 'Kuiper Logistiek',
    language: 'nl',
    people: [
      person(
        'Lotte Kuiper',
        'Directeur',
        'bonding',
        'presents every December; the season covers the year',
        christmasBuyer(4),
      ),
      person('Ruben Postma', 'Inkoop', 'bonding', 'an order every fortnight', standingOrder(14, 34, 3, 140)),
      person(
        'Femke Roelofs',
        'Office Manager',
        'integrating',
        'sent a machine back, stayed for the beans',
        refunded(70),
      ),
    ],
  },
  {
    company: 'Lisowska Press',
    language: 'pl',
    people: [
      person(
        'Hanna Lisowska',
        'Redaktor naczelna',
        'intensifying',
        'an offer under discussion',
        negotiation(33, 6),
      ),
      person('Jakub Malinowski', 'Biuro', 'initiating', 'six mails from us, no answer', coldMails(60, 6)),
      person('Oskar Cybulski', 'Biuro', 'initiating', 'reads the newsletter', newsletterReader(70)),
    ],
  },
  {
    company: 'Nordin Arkitekter',
    language: 'sv',
    people: [
      person('Sigrid Nordin', 'Arkitekt', 'integrating', 'a first order and a kind word', firstOrder(17)),
      person(
        'Fredrik Hedlund',
        'Kontorschef',
        'experimenting',
        'asked for a tasting box yesterday',
        taster(9, 1),
      ),
      person('Ida Bergqvist', 'Assistent', 'initiating', 'came by an advertisement', visitor(3)),
      person('Johan Ekdahl', 'Ekonomi', 'not_enough_evidence', 'the only mail bounced', wrongAddress(14)),
    ],
  },
  {
    company: 'Birchgate Tools',
    language: 'en',
    people: [
      person(
        'Leah Eastwood',
        'Works Manager',
        'integrating',
        'a complaint settled last month',
        recovered(34),
      ),
      person('Owen Dunmore', 'Foreman', 'integrating', 'three orders in three weeks', (life) => {
        life.form(22);
        for (const day of [17, 10, 3]) life.ordered(day);
      }),
      person(
        'Alice Carmichael',
        'Buyer',
        'bonding',
        'an order every four weeks, a year long',
        standingOrder(28, 16, 9, 180),
      ),
    ],
  },
  {
    company: 'Quarrymill School',
    language: 'en',
    people: [
      person(
        'Grace Dunmore',
        'Head',
        'experimenting',
        'was in the hall, and wrote of her own',
        taster(30, 4),
      ),
      person('Ben Fairley', 'Bursar', 'initiating', 'was one of eight in a hall', coldMails(40, 2)),
      person('Imran Barlow', 'Teacher', 'initiating', 'was one of eight in a hall', coldMails(41, 1)),
      person('Nadia Carmichael', 'Teacher', 'initiating', 'was one of eight in a hall', coldMails(42, 1)),
      person('Fergus Eastwood', 'Teacher', 'initiating', 'was one of eight in a hall', coldMails(43, 1)),
      person('Joanna Iverson', 'Teacher', 'initiating', 'was one of eight in a hall', coldMails(44, 1)),
      person('Kieran Lockhart', 'Teacher', 'initiating', 'was one of eight in a hall', coldMails(45, 1)),
      person('Erin Garside', 'Teacher', 'initiating', 'was one of eight in a hall', coldMails(46, 1)),
    ],
    together: inOneHall(28),
  },
];
