/** Tells the installed apps what changes in the portal, whoever changed it. */
import type { Change } from '../crm/change.ts';
import type { Grants } from '../oauth/grants.ts';
import type { Origins } from '../origins.ts';
import type { WebhookLog } from '../sandbox-api-for-pages.ts';
import type { PortalStore } from '../store.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import type { WebhookFaults } from './faults.ts';
import { matches, readSubscriptions, type Subscription, toItem } from './webhook-event.ts';

export type WebhookOptions = {
  readonly store: PortalStore;
  readonly grants: Grants;
  readonly portalId: number;
  readonly origins: Origins;
  readonly gatherMs: number;
  readonly timeScale: number;
  readonly faults: WebhookFaults;
};

export type Webhooks = {
  log(): WebhookLog;
  settled(): Promise<void>;
  stop(): Promise<void>;
};

/** Subscriptions are looked up by what changed: a hundred of them must not be walked for each of a million changes. */
type Mailbox = {
  readonly appId: number;
  readonly subscriptions: ReadonlyMap<string, readonly Subscription[]>;
  readonly delivery: Delivery;
};

export function startWebhooks(options: WebhookOptions): Webhooks {
  const mailboxes = options.grants.apps.flatMap((app): Mailbox[] => {
    if (app.webhooks === undefined) return [];
    const delivery = createDelivery({
      targetUrl: app.webhooks.targetUrl,
      clientSecret: app.clientSecret,
      maxConcurrentRequests: app.webhooks.maxConcurrentRequests ?? 10,
      resolve: options.origins.resolve,
      now: options.store.clock.now,
      gatherMs: options.gatherMs,
      timeScale: options.timeScale,
      faults: options.faults,
    });
    return [
      {
        appId: app.appId,
        subscriptions: Map.groupBy(readSubscriptions(app), subjectOfSubscription),
        delivery,
      },
    ];
  });
  let lastEventId = 100_000;

  function tell(change: Change) {
    for (const { appId, subscriptions, delivery } of mailboxes) {
      const installation = options.grants.installation(appId);
      if (installation === undefined) continue;
      for (const subscription of subscriptions.get(subjectOfChange(change)) ?? []) {
        if (!matches(subscription, change, installation.scopes)) continue;
        lastEventId += 1;
        delivery.enqueue(
          toItem(subscription, change, { eventId: lastEventId, portalId: options.portalId, appId }),
        );
      }
    }
  }

  options.store.onChange(tell);
  return {
    log: () => sumLogs(mailboxes.map(({ delivery }) => delivery.log())),
    settled: async () => void (await Promise.all(mailboxes.map(({ delivery }) => delivery.settled()))),
    stop: async () => void (await Promise.all(mailboxes.map(({ delivery }) => delivery.stop()))),
  };
}

function subjectOfSubscription({ type, change, declaration }: Subscription): string {
  return `${type.name} ${change} ${declaration.propertyName ?? ''}`;
}

function subjectOfChange(change: Change): string {
  return `${change.type} ${change.kind} ${change.kind === 'propertyChange' ? change.property : ''}`;
}

function sumLogs(logs: readonly WebhookLog[]): WebhookLog {
  const sum = (read: (log: WebhookLog) => number) => logs.reduce((total, log) => total + read(log), 0);
  return {
    waiting: sum((log) => log.waiting),
    delivered: sum((log) => log.delivered),
    retried: sum((log) => log.retried),
    givenUp: sum((log) => log.givenUp),
    lost: sum((log) => log.lost),
    recent: logs.flatMap((log) => log.recent).sort((a, b) => b.at - a.at),
  };
}
