/** A request that cannot be served, with what its sender may know about it. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  /** For the log alone: which check failed. */
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    reason: string,
    about: { headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(`${status}: ${reason}`, { cause: about.cause });
    this.status = status;
    this.reason = reason;
    this.headers = about.headers ?? {};
  }
}

/** One plain sentence per status: nothing of the inside ever stands in an answer. */
export const publicWords: Readonly<Record<number, string>> = {
  400: 'The request is not valid.',
  401: 'The request is not signed by HubSpot, or its signature is too old.',
  403: 'This is not allowed.',
  404: 'There is nothing here.',
  405: 'This address does not take that method.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  415: 'Send JSON in UTF-8, not compressed.',
  500: 'Something went wrong on our side. It has been noted under the request id.',
  503: 'Rapport cannot answer right now. Try again in a moment.',
};
