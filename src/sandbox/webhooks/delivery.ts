/**
 * Delivers webhook items to one app.
 *
 * Items gather for a moment and leave as arrays of at most 100, a limited number of requests at a time. An array that is
 * not answered with a 2xx within 5 s is sent again as a whole, later each time, up to ten times, and then given up. So an
 * app sees items more than once and out of order, as it would with HubSpot.
 */
import type { WebhookLog } from '../sandbox-api-for-pages.ts';
import { createFaults, type WebhookFaults } from './faults.ts';
import { signedHeaders } from './sign-request.ts';
import type { WebhookItem } from './webhook-event.ts';

const itemsPerRequest = 100;
const answerWithinMs = 5000;
const retriesMax = 10;
const firstRetryMs = 500;
const longestRetryMs = 60_000;
const logged = 200;

export type DeliveryOptions = {
  readonly targetUrl: string;
  readonly clientSecret: string;
  readonly maxConcurrentRequests: number;
  readonly resolve: (url: string) => string;
  /** The portal's clock: it stamps and signs. */
  readonly now: () => number;
  /** How long items gather, in real ms. */
  readonly gatherMs: number;
  readonly timeScale: number;
  readonly faults: WebhookFaults;
};

export type Delivery = {
  enqueue(item: WebhookItem): void;
  log(): WebhookLog;
  /** Resolves once nothing waits, is under way or is to be retried. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

type Parcel = { readonly items: readonly WebhookItem[]; readonly attempt: number };

export function createDelivery(options: DeliveryOptions): Delivery {
  const withFaults = createFaults(options.faults);
  const stopping = new AbortController();
  const parcels: Parcel[] = [];
  const recent: WebhookLog['recent'][number][] = [];
  const counts = { delivered: 0, retried: 0, givenUp: 0, lost: 0 };
  const timers = new Set<NodeJS.Timeout>();
  let gathering: WebhookItem[] = [];
  let underWay = 0;
  let watchers: (() => void)[] = [];

  const waitingItems = () => gathering.length + parcels.reduce((sum, parcel) => sum + parcel.items.length, 0);

  function later(ms: number, act: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timer.unref();
    timers.add(timer);
  }

  function pack() {
    const { now: items, late, lost } = withFaults(gathering);
    counts.lost += lost;
    gathering = [];
    for (const { item, afterMs } of late) {
      later(afterMs, () => {
        parcels.push({ items: [item], attempt: 0 });
        pump();
      });
    }
    for (let i = 0; i < items.length; i += itemsPerRequest) {
      parcels.push({ items: items.slice(i, i + itemsPerRequest), attempt: 0 });
    }
    pump();
  }

  function pump() {
    while (underWay < options.maxConcurrentRequests && !stopping.signal.aborted) {
      const parcel = parcels.shift();
      if (parcel === undefined) break;
      underWay += 1;
      void deliver(parcel).finally(() => {
        underWay -= 1;
        pump();
      });
    }
    if (underWay === 0 && timers.size === 0 && waitingItems() === 0) {
      for (const watcher of watchers) watcher();
      watchers = [];
    }
  }

  async function deliver(parcel: Parcel): Promise<void> {
    const status = await post(options, parcel, stopping.signal);
    recent.unshift({
      at: options.now(),
      url: options.targetUrl,
      status,
      attempt: parcel.attempt,
      items: parcel.items.length,
      subscriptions: [...new Set(parcel.items.map((item) => String(item['subscriptionType'])))],
    });
    recent.length = Math.min(recent.length, logged);
    if (status !== null && status >= 200 && status < 300) counts.delivered += parcel.items.length;
    else if (parcel.attempt < retriesMax) retry(parcel);
    else counts.givenUp += parcel.items.length;
  }

  function retry(parcel: Parcel) {
    if (stopping.signal.aborted) return;
    counts.retried += 1;
    const backoff = Math.min(longestRetryMs, firstRetryMs * 2 ** parcel.attempt);
    later((backoff * (0.5 + Math.random() / 2)) / options.timeScale, () => {
      parcels.push({ items: parcel.items, attempt: parcel.attempt + 1 });
      pump();
    });
  }

  return {
    enqueue(item) {
      if (stopping.signal.aborted) return;
      gathering.push(item);
      if (gathering.length === 1) later(options.gatherMs, pack);
    },
    log: () => ({ waiting: waitingItems(), ...counts, recent: [...recent] }),
    settled: () =>
      new Promise((resolve) => {
        watchers.push(resolve);
        pump();
      }),
    async stop() {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      gathering = [];
      parcels.length = 0;
      while (underWay > 0) await new Promise((resolve) => setImmediate(resolve));
      pump();
    },
  };
}

/** Status of the answer, or null when there was none in time: a connection that fails is an outcome here, not a fault. */
async function post(options: DeliveryOptions, parcel: Parcel, stopping: AbortSignal): Promise<number | null> {
  const at = options.now();
  const body = JSON.stringify(parcel.items.map((item) => ({ ...item, attemptNumber: parcel.attempt })));
  const uri = options.targetUrl;
  try {
    const response = await fetch(options.resolve(uri), {
      method: 'POST',
      headers: signedHeaders(options.clientSecret, { method: 'POST', uri, body, at }, 'v1'),
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(answerWithinMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
