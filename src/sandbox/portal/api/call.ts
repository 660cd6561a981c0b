/** Calls the portal's own JSON interface and turns a refusal into an error with the portal's sentence. */

export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export async function call<T>(
  path: string,
  init: { method?: string; body?: unknown; signal?: AbortSignal } = {},
): Promise<T> {
  const { method = 'GET', body, signal } = init;
  const answer = await fetch(path, {
    method,
    ...(signal ? { signal } : {}),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new RefusedCall(sentenceOf(text, answer.status), answer.status);
  // The portal's server and these pages are built from the same types (sandbox-api-for-pages.ts).
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function sentenceOf(text: string, status: number): string {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'error' in parsed) {
      const { error } = parsed;
      if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return `The portal answered ${status}.`;
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
