/** The CRM failed us: the one error class of the HubSpot adapter. `remedyFor` decides what follows from it. */
export type CrmFailure =
  | 'rate-limited'
  | 'unavailable'
  | 'timeout'
  | 'unauthorized'
  | 'missing-scope'
  | 'not-found'
  | 'invalid-input'
  | 'property-missing'
  | 'property-changed'
  | 'installation-gone'
  | 'our-credentials'
  | 'unreadable-answer';

export class CrmError extends Error {
  override readonly name = 'CrmError';
  readonly failure: CrmFailure;
  readonly retryAfterMs: number | null;
  /** HubSpot's own id of the call, for its support. */
  readonly correlationId: string | null;

  constructor(
    message: string,
    about: {
      failure: CrmFailure;
      retryAfterMs?: number | null;
      correlationId?: string | null;
      cause?: unknown;
    },
  ) {
    super(message, { cause: about.cause });
    this.failure = about.failure;
    this.retryAfterMs = about.retryAfterMs ?? null;
    this.correlationId = about.correlationId ?? null;
  }
}
