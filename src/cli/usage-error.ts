/** What was typed or handed in cannot be used: the message says what and where, and the process exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
