/** The store cannot be opened: the message says what to do about it. Failures of single statements are the driver's. */
export type StoreFailure = 'folder-locked' | 'folder-unusable' | 'unreachable' | 'migration-failed';

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: StoreFailure;

  constructor(message: string, about: { failure: StoreFailure; cause?: unknown }) {
    super(message, { cause: about.cause });
    this.failure = about.failure;
  }
}
