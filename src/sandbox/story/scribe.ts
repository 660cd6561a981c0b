/** Writes what happens to one contact as records that are linked to the contact and the company. */
import type { SandboxRecord } from '../sandbox-record.ts';
import { type Desk, iso, type Link, record } from './desk.ts';
import { type Company, type Person, phoneOf, slug } from './names.ts';

/** Who fills what in this portal: the contact in forms, a rep by hand; the rest was imported. */
const valueSources: NonNullable<SandboxRecord['valueSources']> = {
  how_did_you_hear_about_us: 'FORM',
  interests: 'FORM',
  tracking_consent: 'FORM',
  lead_magnet: 'FORM',
  email: 'FORM',
  firstname: 'FORM',
  lastname: 'FORM',
  jobtitle: 'CRM_UI',
  phone: 'CRM_UI',
  loyalty_tier: 'CRM_UI',
  referred_by: 'CRM_UI',
};

export type Colleague = { readonly contactId: string };

export type Scribe = {
  readonly desk: Desk;
  readonly person: Person;
  readonly contactId: string;
  readonly address: string;
  readonly ownerId: string;
  readonly ownerAddress: string;
  /**
   * Writes an activity and returns its id. `also` links it to more records: a deal, other people at the table; `alone`
   * links it to these only.
   * The contact's own creation moves before its first activity.
   */
  write(
    type: string,
    at: number,
    properties: Readonly<Record<string, string>>,
    more?: { also?: readonly Link[]; alone?: boolean; createdAt?: number; updatedAt?: number },
  ): string;
  /** Sets properties of the contact itself. */
  note(properties: Readonly<Record<string, string>>): void;
  /** Links the contact itself to another record. */
  link(to: Link): void;
  /** A property of the contact got its value then, not at the contact's creation. */
  since(property: string, at: number): void;
  /** The contact existed by then, even if nothing was recorded. */
  knownSince(at: number): void;
  /** The contact and everything written, contact first. */
  finish(): SandboxRecord[];
};

export type Account = { readonly id: string; readonly company: Company };
export type Owner = { readonly id: string; readonly address: string };

export function createScribe(desk: Desk, person: Person, account: Account, owner: Owner): Scribe {
  const contactId = desk.nextId('contacts');
  const address = `${slug(person.first)}.${slug(person.last)}-${contactId}@${account.company.domain}`;
  const written: SandboxRecord[] = [];
  const own: Record<string, string> = {
    email: address,
    firstname: person.first,
    lastname: person.last,
    jobtitle: person.jobTitle,
    company: account.company.name,
    city: account.company.city,
    country: account.company.country,
    hs_language: person.language,
    phone: phoneOf(person.language, Number(contactId)),
    associatedcompanyid: account.id,
    hubspot_owner_id: owner.id,
  };
  const valuesSince: Record<string, number> = {};
  const links: Link[] = [{ type: 'companies', id: account.id }];
  let since = desk.now;
  let touched = 0;

  const home: readonly Link[] = [
    { type: 'contacts', id: contactId },
    { type: 'companies', id: account.id },
  ];
  return {
    desk,
    person,
    contactId,
    address,
    ownerId: owner.id,
    ownerAddress: owner.address,
    write(type, at, properties, more = {}) {
      const id = desk.nextId(type);
      const createdAt = Math.min(more.createdAt ?? at, desk.now);
      const updatedAt = Math.max(createdAt, more.updatedAt ?? createdAt);
      since = Math.min(since, createdAt, at);
      touched = Math.max(touched, updatedAt);
      written.push(
        record(
          type,
          id,
          createdAt,
          properties,
          [...(more.alone ? [] : home), ...(more.also ?? [])],
          updatedAt,
        ),
      );
      return id;
    },
    link: (to) => void links.push(to),
    note: (properties) => void Object.assign(own, properties),
    since(property, at) {
      valuesSince[property] = at;
      touched = Math.max(touched, at);
    },
    knownSince(at) {
      since = Math.min(since, at);
    },
    finish() {
      const createdAt = since - 60_000;
      const properties = { hs_analytics_source: 'OFFLINE', ...own, createdate: iso(createdAt) };
      const updatedAt = Math.max(createdAt, touched);
      const contact = record('contacts', contactId, createdAt, properties, links, updatedAt);
      const dated = Object.keys(valuesSince).length > 0 ? { ...contact, valuesSince } : contact;
      return [{ ...dated, valueSources }, ...written];
    },
  };
}
