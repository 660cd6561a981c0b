import { describe, expect, it } from 'vitest';
import type { FlagChange } from '../../../src/hubspot/signals/contact-preferences.ts';
import { contactProperties, contactSignals } from '../../../src/hubspot/signals/contacts.ts';
import { created, day, fullyMapped, happened, iso, mapped, meaning, record } from './records.ts';

const ofKind = (
  kind: string,
  properties: Record<string, string>,
  by = fullyMapped,
  changes: Readonly<Record<string, FlagChange>> = {},
) =>
  contactSignals(
    record('contacts', properties),
    by,
    new Map([['5', new Map(Object.entries(changes))]]),
  ).filter((signal) => signal.kind === kind);

describe('a loyalty member', () => {
  it('is one since the date of the property, until its end', () => {
    const properties = {
      own_loyaltyMember: 'gold',
      own_loyaltySince: iso(happened),
      own_loyaltyUntil: iso(happened + 300 * day),
    };
    expect(ofKind('loyalty', properties)).toMatchObject([
      { at: happened, by: 'customer', facts: { endAt: happened + 300 * day } },
    ]);
  });

  it('without a date is one since the history of the flag, else since the creation', () => {
    const properties = { own_loyaltyMember: 'true' };
    const changes = { own_loyaltyMember: { at: happened, set: true } };
    expect(ofKind('loyalty', properties, fullyMapped, changes)).toMatchObject([{ at: happened }]);
    expect(ofKind('loyalty', properties)).toMatchObject([{ at: created }]);
  });

  it('is known by the date alone where no flag is kept', () => {
    expect(ofKind('loyalty', { own_loyaltySince: iso(happened) }, mapped('loyaltySince'))).toHaveLength(1);
  });

  it.each(['false', 'none', '0'])(
    'is nobody whose flag says "%s", whatever the date',
    (own_loyaltyMember) => {
      expect(ofKind('loyalty', { own_loyaltyMember, own_loyaltySince: iso(happened) })).toEqual([]);
    },
  );

  it('whose membership ends before it starts is one without an end', () => {
    const properties = { own_loyaltySince: iso(happened), own_loyaltyUntil: iso(happened - day) };
    expect(ofKind('loyalty', properties)).toMatchObject([{ facts: { endAt: null } }]);
  });
});

describe('word of mouth', () => {
  it('is how somebody came whom another named, and the name is not kept', () => {
    const signals = ofKind('referred', { own_referredBy: 'Harriet Lockhart' });
    expect(signals).toMatchObject([{ at: created, by: 'system', facts: {} }]);
    expect(JSON.stringify(signals)).not.toContain('Lockhart');
  });

  it('is not visible where nothing is mapped', () => {
    expect(ofKind('referred', { referred_by: 'Harriet' }, meaning)).toEqual([]);
  });
});

describe('a date of the portal’s own', () => {
  it.each([
    ['reviewedAt', 'review'],
    ['registeredAt', 'registered'],
    ['stopRequestedAt', 'stop_request'],
    ['accountClosedAt', 'account_closed'],
  ] as const)('named by %s is a %s on that day', (field, kind) => {
    const name = `own_${field}`;
    expect(ofKind(kind, { [name]: iso(happened) })).toMatchObject([{ at: happened, by: 'customer' }]);
    expect(ofKind(kind, { [name]: 'soon' })).toEqual([]);
    expect(ofKind(kind, { [name]: iso(happened) }, meaning)).toEqual([]);
  });
});

describe('a type of mail', () => {
  const type = 'hs_email_optout_7';

  it('that somebody is out of is a partial opt-out, dated by its history', () => {
    const changes = { [type]: { at: happened, set: true } };
    expect(ofKind('opt_out', { [type]: 'true' }, fullyMapped, changes)).toMatchObject([
      { at: happened, facts: { scope: 'partial', channel: 'email' } },
    ]);
    expect(ofKind('opt_out', { [type]: 'true' })).toMatchObject([{ at: created }]);
  });

  it('that somebody came back to is an opt-in, dated by its history', () => {
    const properties = { [type]: 'false', hs_email_optout_8: 'true' };
    const changes = { [type]: { at: happened, set: false } };
    expect(ofKind('opt_in', properties, fullyMapped, changes)).toMatchObject([
      { at: happened, by: 'customer', facts: { scope: 'partial' } },
    ]);
    expect(ofKind('opt_in', properties)).toEqual([]);
  });

  it('whose history lags behind its value is no opt-in', () => {
    const changes = { [type]: { at: happened, set: true } };
    expect(ofKind('opt_in', { [type]: 'false' }, fullyMapped, changes)).toEqual([]);
  });

  it('stands beside the opt-out of all mail, with an id of its own', () => {
    const signals = ofKind('opt_out', { [type]: 'true', hs_email_optout: 'true' });
    expect(new Set(signals.map(({ id }) => id)).size).toBe(2);
  });
});

it('a contact is read with exactly the properties that are mapped', () => {
  expect(contactProperties(meaning).filter((name) => name.startsWith('own_'))).toEqual([]);
  expect(contactProperties(fullyMapped)).toEqual(
    expect.arrayContaining(['own_loyaltyMember', 'own_referredBy', 'hs_email_optout_8']),
  );
});
