/** Invented people and companies in the languages the portal's business speaks. All addresses end in reserved domains. */
import type { Random } from './random.ts';

export const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'sv'] as const;
export type Language = (typeof languages)[number];

type Words = readonly [string, ...string[]];

type Country = {
  readonly given: Words;
  readonly family: Words;
  readonly country: string;
  readonly cities: Words;
  readonly prefix: string;
};

const words = (text: string): Words => {
  const [first = '', ...rest] = text.split(' ').map((word) => word.replaceAll('_', ' '));
  return [first, ...rest];
};

const countries: Readonly<Record<Language, Country>> = {
  en: {
    given: words(
      'Alice Ben Chloe Daniel Erin Fergus Grace Harriet Imran Joanna Kieran Leah Marcus Nadia Owen Priya',
    ),
    family: words(
      'Ashdown Barlow Carmichael Dunmore Eastwood Fairley Garside Holloway Iverson Kettering Lockhart Merriman',
    ),
    country: 'United Kingdom',
    cities: words('Bristol Leeds Glasgow Norwich Cardiff York'),
    prefix: '+44 113 496 0',
  },
  de: {
    given: words(
      'Anja Bastian Carla Dirk Elke Florian Greta Henrik Ines Jonas Katrin Lukas Mareike Nils Petra Rüdiger',
    ),
    family: words(
      'Ahlers Brinkmann Cordes Dettmer Eggert Feldkamp Grothe Hagedorn Iding Jessen Kühnel Lohmann Möllering',
    ),
    country: 'Germany',
    cities: words('Bremen Leipzig Münster Kassel Freiburg Rostock'),
    prefix: '+49 421 5550 ',
  },
  fr: {
    given: words(
      'Amélie Bastien Camille Didier Élodie Fabrice Gaëlle Hugo Inès Julien Laure Mathis Noémie Olivier',
    ),
    family: words(
      'Aubertin Besson Charpentier Delmas Estève Fontenay Garnier Hamelin Jourdain Lacombe Marchal',
    ),
    country: 'France',
    cities: words('Lyon Nantes Lille Grenoble Rennes'),
    prefix: '+33 4 99 90 ',
  },
  es: {
    given: words('Alba Bruno Carmen Diego Elena Fermín Gloria Héctor Irene Javier Lucía Manuel Nuria Óscar'),
    family: words('Arana Beltrán Cifuentes Dorado Espinosa Figueroa Gallardo Herrero Ibarra Lozano Montes'),
    country: 'Spain',
    cities: words('Valencia Sevilla Bilbao Zaragoza Málaga'),
    prefix: '+34 910 55 ',
  },
  it: {
    given: words(
      'Alessia Bruno Chiara Davide Elisa Fabio Giulia Ivan Lorenzo Marta Nicola Paola Riccardo Silvia',
    ),
    family: words(
      'Amato Bianchetti Colombari Donati Esposti Fabbri Giordani Lombardo Moretti Pellegrini Rinaldi',
    ),
    country: 'Italy',
    cities: words('Torino Bologna Verona Trieste Parma'),
    prefix: '+39 011 555 ',
  },
  nl: {
    given: words('Anouk Bram Daan Eva Femke Gijs Hanneke Jasper Lotte Maarten Noor Ruben Sanne Thijs'),
    family: words(
      'van_Aalst Bakkers de_Bruin Dijkman van_Eck Hoekema Jansma Kuiper Meijerink Postma Roelofs',
    ),
    country: 'Netherlands',
    cities: words('Utrecht Groningen Breda Zwolle Haarlem'),
    prefix: '+31 85 555 ',
  },
  pl: {
    given: words(
      'Agata Bartosz Dorota Filip Hanna Jakub Kinga Lena Michał Natalia Oskar Paulina Tomasz Zofia',
    ),
    family: words(
      'Adamczewski Borkowska Cybulski Domańska Gajewski Jaworska Kalinowski Lisowska Malinowski Nowicka',
    ),
    country: 'Poland',
    cities: words('Gdańsk Kraków Poznań Wrocław Lublin'),
    prefix: '+48 22 555 ',
  },
  sv: {
    given: words('Astrid Björn Cecilia Elin Fredrik Gustav Hedvig Ida Johan Karin Linnea Måns Oskar Sigrid'),
    family: words(
      'Alnäs Bergqvist Dahlström Ekdahl Forsman Granlund Hedlund Isaksson Lindqvist Nordin Sandberg',
    ),
    country: 'Sweden',
    cities: words('Göteborg Malmö Uppsala Umeå Lund'),
    prefix: '+46 31 555 ',
  },
};

const firstParts = words(
  'Amber Alder Birch Copper Delta Ember Falcon Garnet Harbor Indigo Juniper Kestrel Linden Maple North Orchard Pebble Quarry River Saffron Timber Umber Violet Willow Yarrow Zephyr',
);
const secondParts = words('field works gate line mark stone bridge house mill point port side ford crest');
const trades = words(
  'Architects Bakery Clinic Consulting Design Hotel Law Logistics Media Optics Physiotherapy Press School Software Studio Tools Travel Workshops',
);
const industries = words(
  'CONSTRUCTION FOOD_PRODUCTION HOSPITALITY LEGAL_SERVICES LOGISTICS_AND_SUPPLY_CHAIN DESIGN',
);

export const jobTitles = words(
  'Office_Manager Head_of_Operations Founder Facilities_Lead People_Lead Managing_Director Executive_Assistant Purchasing_Manager Team_Lead Studio_Manager',
);

export type Person = {
  readonly first: string;
  readonly last: string;
  readonly language: Language;
  readonly jobTitle: string;
};

export type Company = {
  readonly name: string;
  readonly domain: string;
  readonly industry: string;
  readonly city: string;
  readonly country: string;
};

export function inventPerson(random: Random, language: Language): Person {
  const { given, family } = countries[language];
  return { first: random.pick(given), last: random.pick(family), language, jobTitle: random.pick(jobTitles) };
}

/** `number` keeps domains apart, since the parts are few. */
export function inventCompany(random: Random, language: Language, number: number): Company {
  const name = `${random.pick(firstParts)}${random.pick(secondParts)} ${random.pick(trades)}`;
  return companyNamed(name, language, random, number);
}

export function companyNamed(name: string, language: Language, random: Random, number?: number): Company {
  const { country, cities } = countries[language];
  const suffix = number === undefined ? '' : `-${number}`;
  return {
    name,
    domain: `${slug(name)}${suffix}.example`,
    industry: random.pick(industries).replaceAll(' ', '_'),
    city: random.pick(cities),
    country,
  };
}

export function phoneOf(language: Language, number: number): string {
  return `${countries[language].prefix}${String(number % 1000).padStart(3, '0')}`;
}

/** Letters and digits of a name as they may stand in an address. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
