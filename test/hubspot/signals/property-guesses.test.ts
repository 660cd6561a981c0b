import { describe, expect, it } from 'vitest';
import { propertyGuesses, recogniseProperties } from '../../../src/hubspot/signals/property-guesses.ts';
import { nothingMapped } from '../../../src/usecases/property-mapping.ts';

const defined = (name: string, type = 'date') => ({ name, type });

describe('a portal’s own property', () => {
  it('is recognised by its name', () => {
    const deals = [
      defined('amount', 'number'),
      defined('contract_end_date'),
      defined('competitor', 'string'),
    ];
    expect(recogniseProperties({ deals })).toEqual({
      ...nothingMapped,
      termEnd: 'contract_end_date',
      competitor: 'competitor',
    });
  });

  it('of several is the one that stands first in the table, whatever their order in the portal', () => {
    const deals = [
      defined('renewal_date'),
      defined('vertragsende'),
      defined('contract_end_date', 'datetime'),
    ];
    expect(recogniseProperties({ deals }).termEnd).toBe('contract_end_date');
    expect(recogniseProperties({ deals: deals.toReversed() }).termEnd).toBe('contract_end_date');
  });

  it('that cannot hold such a value is passed over', () => {
    const deals = [defined('contract_end_date', 'string'), defined('term_end_date', 'date')];
    expect(recogniseProperties({ deals }).termEnd).toBe('term_end_date');
    expect(recogniseProperties({ deals: [defined('competitor', 'bool')] }).competitor).toBeNull();
  });

  it('of another object does not count', () => {
    expect(recogniseProperties({ contacts: [defined('contract_end_date')] })).toEqual(nothingMapped);
  });

  it('is none where we may not look', () => {
    expect(recogniseProperties({})).toEqual(nothingMapped);
  });
});

it('a type of deal is a renewal when its label says so', () => {
  const options = [
    { value: 'newbusiness', label: 'New business' },
    { value: '17', label: 'Renewal' },
    { value: 'vl', label: 'Verlängerung' },
  ];
  const deals = [{ name: 'dealtype', type: 'enumeration', options }];
  expect(recogniseProperties({ deals }).renewalDealTypes).toEqual(['17', 'vl']);
});

it('the types of mail are found by their ids, and no more than fit into a call', () => {
  const types = Array.from({ length: 80 }, (_, index) => defined(`hs_email_optout_${100 + index}`, 'bool'));
  const contacts = [defined('hs_email_optout', 'bool'), defined('hs_email_optout_survey', 'bool'), ...types];
  const { optOutTypes } = recogniseProperties({ contacts });
  expect(optOutTypes).toHaveLength(50);
  expect(optOutTypes[0]).toBe('hs_email_optout_100');
});

it('no name means two things', () => {
  const names = Object.values(propertyGuesses).flatMap(({ object, names: all }) =>
    all.map((name) => `${object} ${name}`),
  );
  expect(new Set(names).size).toBe(names.length);
});
