import type { SignalKind } from './signal.ts';

/**
 * Kinds of signals that say what holds until something else is said, however long ago it was: a running contract, a wish to
 * hear nothing. Whatever retention a portal chose, these stay [D].
 */
export const lastingKinds: readonly SignalKind[] = [
  'term',
  'renewal',
  'cancellation',
  'stop_request',
  'account_closed',
  'opt_in',
  'opt_out',
  'became_customer',
  'loyalty',
  'registered',
  'project_completed',
];
