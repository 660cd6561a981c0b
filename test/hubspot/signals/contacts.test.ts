import { describe, expect, it } from 'vitest';
import { contactFacts } from '../../../src/hubspot/facts/contact-facts.ts';
import type { FlagChanges } from '../../../src/hubspot/signals/contact-preferences.ts';
import { contactLabel, contactSignals } from '../../../src/hubspot/signals/contacts.ts';
import { defaultMapping } from '../../../src/hubspot/signals/crm-record.ts';
import { created, day, happened, iso, meaning, record } from './records.ts';

const online = { hs_analytics_source: 'ORGANIC_SEARCH', hs_analytics_first_timestamp: iso(created) };
const contact = (properties: Record<string, string>) => record('contacts', properties);
const signals = (properties: Record<string, string>, optOuts?: FlagChanges) =>
  contactSignals(contact(properties), meaning, optOuts);
const ofKind = (kind: string, properties: Record<string, string>, optOuts?: FlagChanges) =>
  signals(properties, optOuts).filter((signal) => signal.kind === kind);

describe('a contact', () => {
  it('that somebody put there is imported and nothing else', () => {
    for (const source of [{}, { hs_analytics_source: 'OFFLINE' }]) {
      expect(signals(source)).toMatchObject([{ kind: 'imported', by: 'system', at: created }]);
    }
  });

  it('that came by itself was on our site, at first and at last', () => {
    const views = ofKind('page_view', { ...online, hs_analytics_last_timestamp: iso(happened) });
    expect(views.map(({ at }) => at)).toEqual([created, happened]);
    expect(ofKind('page_view', { ...online, hs_analytics_last_timestamp: iso(created) })).toHaveLength(1);
  });

  it.each(['PAID_SEARCH', 'PAID_SOCIAL'])('that came by %s saw an advertisement', (source) => {
    expect(ofKind('ad', { ...online, hs_analytics_source: source })).toMatchObject([
      { by: 'system', at: created },
    ]);
  });

  it('has the first and the latest of its forms', () => {
    const forms = {
      first_conversion_date: iso(created),
      recent_conversion_date: iso(happened),
      num_conversion_events: '3',
    };
    expect(ofKind('form', forms).map(({ at, by }) => [at, by])).toEqual([
      [created, 'customer'],
      [happened, 'customer'],
    ]);
    expect(ofKind('form', { ...forms, recent_conversion_date: iso(created) })).toHaveLength(1);
    expect(ofKind('form', { ...forms, num_conversion_events: '0' })).toEqual([]);
  });

  it('that opted out did so on the day its history tells', () => {
    const optOuts = new Map([['5', new Map([['hs_email_optout', { at: happened, set: true }]])]]);
    expect(ofKind('opt_out', { hs_email_optout: 'true' }, optOuts)).toMatchObject([
      { at: happened, by: 'customer', facts: { scope: 'global' } },
    ]);
    expect(ofKind('opt_out', { hs_email_optout: 'true' })).toMatchObject([{ at: created }]);
    expect(ofKind('opt_out', { hs_email_optout: 'false' }, optOuts)).toEqual([]);
  });

  it('is a customer since its lifecycle stage says so', () => {
    const since = { hs_lifecyclestage_customer_date: iso(happened) };
    expect(ofKind('became_customer', { lifecyclestage: 'customer', ...since })).toMatchObject([
      { at: happened, by: 'system' },
    ]);
    expect(ofKind('became_customer', { lifecyclestage: 'evangelist', ...since })).toHaveLength(1);
    expect(ofKind('became_customer', { lifecyclestage: 'lead', ...since })).toEqual([]);
    expect(ofKind('became_customer', { lifecyclestage: 'customer' })).toEqual([]);
  });

  it('got marketing mail, which is not personal, and clicked in it', () => {
    const mail = { hs_email_last_send_date: iso(happened), hs_email_last_click_date: iso(happened + day) };
    expect(ofKind('message', mail)).toMatchObject([{ by: 'us', facts: { personal: false } }]);
    expect(ofKind('click', mail)).toMatchObject([{ by: 'customer', at: happened + day }]);
  });

  it('has signals with ids of their own', () => {
    const everything = {
      ...online,
      hs_analytics_last_timestamp: iso(happened),
      first_conversion_date: iso(created),
      recent_conversion_date: iso(happened),
      hs_email_optout: 'true',
      lifecyclestage: 'customer',
      hs_lifecyclestage_customer_date: iso(happened),
      hs_email_last_send_date: iso(happened),
      hs_email_last_click_date: iso(happened),
    };
    const ids = signals(everything).map(({ id }) => id);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
  });
});

describe('the facts of a contact', () => {
  const facts = (properties: Record<string, string>, by = meaning) => contactFacts(contact(properties), by);

  it('hold an objection in any spelling of true', () => {
    expect(facts({ rapport_objection: 'True' }).objection).toBe(true);
    expect(facts({ rapport_objection: 'false' }).objection).toBe(false);
    expect(facts({}).objection).toBe(false);
  });

  it.each([
    ['ada@x.example', 'person'],
    ['Info@x.example', 'role'],
    ['support@x.example', 'role'],
    ['informant@x.example', 'person'],
    ['', 'person'],
  ])('say of %s that it is a mailbox of a %s', (email, mailbox) => {
    expect(facts({ email }).mailbox).toBe(mailbox);
  });

  it('know the addresses of our own company', () => {
    const ours = { ...meaning, mapping: { ...defaultMapping, internalDomains: ['ours.example'] } };
    expect(facts({ email: 'info@OURS.example' }, ours).mailbox).toBe('internal');
  });

  it('are captive where the relationship was said to be one', () => {
    expect(facts({ rapport_desired_relationship: 'master_slave' }).captive).toBe(true);
    expect(facts({ rapport_desired_relationship: 'buddies' }).captive).toBe(false);
  });
});

describe('the label of a contact', () => {
  it('is the name, else the address, else the id', () => {
    expect(contactLabel(contact({ firstname: 'Ada', lastname: ' King ' }))).toBe('Ada King');
    expect(contactLabel(contact({ email: 'a@x.example' }))).toBe('a@x.example');
    expect(contactLabel(contact({}))).toBe('5');
  });
});
