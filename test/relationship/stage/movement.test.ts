import { expect, test } from 'vitest';
import { movementOf } from '../../../src/relationship/stage/movement.ts';

test.each([
  [null, 'integrating', 'first'],
  ['initiating', 'experimenting', 'forward'],
  ['initiating', 'integrating', 'skip'],
  ['intensifying', 'experimenting', 'backward'],
  ['stagnating', 'avoiding', 'deteriorate'],
  ['integrating', 'stagnating', 'deteriorate'],
  ['experimenting', 'avoiding', 'deteriorate'],
  ['avoiding', 'differentiating', 'repair'],
  ['avoiding', 'experimenting', 'repair'],
  ['bonding', 'terminating', 'skip'],
  ['stagnating', 'terminating', 'skip'],
  ['avoiding', 'terminating', 'deteriorate'],
  ['not_enough_evidence', 'integrating', 'forward'],
] as const)('%s to %s is %s', (from, to, movement) => {
  expect(movementOf(from, to, false)).toBe(movement);
});

test('a return is a new epoch, whatever the stages', () => {
  expect(movementOf('terminating', 'integrating', true)).toBe('new_epoch');
});
