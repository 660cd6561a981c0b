import { describe, expect, it } from 'vitest';
import { publishedValues } from '../../src/hubspot/published-values.ts';

const definitions = [
  { name: 'changed_at', type: 'datetime' },
  { name: 'vitality', type: 'number' },
  { name: 'open', type: 'bool' },
  { name: 'stage', type: 'enumeration' },
];

describe('a value of ours in HubSpot', () => {
  it.each([
    ['changed_at', '2026-06-15T12:00:00Z', '2026-06-15T12:00:00.000Z'],
    ['changed_at', '1781524800000', '2026-06-15T12:00:00.000Z'],
    ['changed_at', 'soon', 'soon'],
    ['vitality', '80.0', '80'],
    ['vitality', 'many', 'many'],
    ['open', 'True', 'true'],
    ['stage', 'bonding', 'bonding'],
    ['stage', '', ''],
    ['changed_at', null, ''],
  ])('%s %s is compared as "%s"', (name, value, expected) => {
    expect(publishedValues({ [name]: value }, definitions)).toEqual({ [name]: expected });
  });

  it('that is not in the answer is not told, for the property does not exist there', () => {
    expect(publishedValues({ email: 'a@b.example', stage: undefined }, definitions)).toEqual({});
  });
});
