/** Posts to an address outside the portal: 4xx is final, 429, 5xx and silence are tried again a few times. */
const answerWithinMs = 30_000;
const attemptsMax = 5;
const firstRetryMs = 500;

export type Post = {
  readonly url: string;
  readonly body: string;
  /** Made for each attempt, since a signature carries its time. */
  readonly headers: () => Record<string, string>;
  readonly timeScale: number;
  readonly stopping: AbortSignal;
};

export type PostOutcome =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string };

export async function postToApp(post: Post): Promise<PostOutcome> {
  let reason = 'no answer';
  for (let attempt = 0; attempt < attemptsMax && !post.stopping.aborted; attempt++) {
    if (attempt > 0) await pause((firstRetryMs * 2 ** (attempt - 1)) / post.timeScale, post.stopping);
    const response = await once(post);
    if (response === null) continue;
    if (response.status >= 200 && response.status < 300) return { kind: 'answered', text: response.text };
    reason = `HTTP ${response.status}${saidIn(response.text)}`;
    if (response.status < 500 && response.status !== 429) break;
  }
  return { kind: 'failed', reason };
}

async function once({
  url,
  body,
  headers,
  stopping,
}: Post): Promise<{ readonly status: number; readonly text: string } | null> {
  try {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(answerWithinMs)]);
    const response = await fetch(url, { method: 'POST', headers: headers(), body, signal });
    return { status: response.status, text: await response.text() };
  } catch {
    // No connection, no answer in time, or the portal stops: all mean "no answer" to the workflow.
    return null;
  }
}

/** The sentence of a refusal, as the history of a workflow shows it. */
function saidIn(text: string): string {
  try {
    const json: unknown = JSON.parse(text);
    const isSaid = typeof json === 'object' && json !== null && 'message' in json;
    return isSaid && typeof json.message === 'string' ? `: ${json.message}` : '';
  } catch {
    // Whatever is no JSON is no sentence.
    return '';
  }
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopping.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
