/** Every route of the service, joined to the use case behind it. */
import { createHash } from 'node:crypto';
import { adminRoutes } from './admin-routes.ts';
import { actionRoutes } from './http/action-routes.ts';
import { type CardAnswer, cardRoutes } from './http/card-routes.ts';
import { correctionRoutes } from './http/correction-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { oauthRoutes } from './http/oauth-routes.ts';
import { pageAssets } from './http/page-assets.ts';
import { progressRoute } from './http/progress-route.ts';
import type { Route } from './http/route.ts';
import { webhookRoute } from './http/webhook-route.ts';
import { cardIn, cardsIn } from './infer.ts';
import { createHint } from './jobs/hint.ts';
import { type Parts, secretsOf } from './parts.ts';
import { answerAction, answerLate } from './usecases/answer-action.ts';
import { correctContact } from './usecases/correct-contact.ts';
import { install } from './usecases/install.ts';
import type { Installation } from './usecases/ports.ts';
import { readCard } from './usecases/read-card.ts';
import { refreshNow } from './usecases/refresh-now.ts';
import { setDesired } from './usecases/set-desired.ts';
import { undoCorrection } from './usecases/undo-correction.ts';
import { readableTypes } from './watched-types.ts';

/** [D] Between two wake-ups for deliveries, ms: the answer to HubSpot must not wait for the queue. */
const wakeEveryMs = 200;

export function routesOf(parts: Parts, isReady: () => Promise<boolean>): readonly Route[] {
  const { manifest, clock } = parts;
  const wakeSoon = createHint({
    wake: () => parts.jobs.wakeups.wake('deliveries', 0),
    everyMs: wakeEveryMs,
    report: (err) => parts.log.error({ err }, 'waking for deliveries failed'),
  });
  return [
    ...healthRoutes(isReady),
    ...pageAssets,
    ...installing(parts),
    webhookRoute({
      path: manifest.webhooks.path,
      clock,
      receive: async (body, receivedAt) => {
        await parts.store.deliveries.keep(body, receivedAt);
        wakeSoon();
      },
    }),
    ...cards(parts),
    ...corrections(parts),
    ...actions(parts),
    ...adminRoutes(parts),
  ];
}

function installing(parts: Parts): readonly Route[] {
  const { config, manifest, clock, log, store, crm, authorization, jobs } = parts;
  const declared = [...manifest.scopes.required, ...manifest.scopes.optional];
  const secrets = secretsOf(config);
  return [
    ...oauthRoutes({
      authorization,
      states: store.oauthStates,
      install: async (code) => {
        const { portalId } = await install(
          {
            ...store,
            authorization,
            crm,
            clock,
            wakeups: jobs.wakeups,
            scopes: declared.map(({ name }) => name),
            readable: (granted) => readableTypes(manifest, granted),
            startsLive: config.liveOnInstall,
          },
          { code },
        );
        return portalId;
      },
      clock,
      isSecure: config.http.publicUrl.startsWith('https:'),
      secret: config.hubspot.clientSecret.reveal(),
      log,
    }),
    progressRoute({
      status: async (portal) => {
        const installation = await store.installations.find(portal);
        return installation === null
          ? null
          : { installation, backfill: await store.backfills.progress(portal) };
      },
      scopes: declared,
      recordsUrl: (installation) => recordsUrl(config.hubspot.authorizeUrl, installation),
      secrets,
      clock,
    }),
  ];
}

/** The portal's contact list; a local portal is reached as its consent page is. */
function recordsUrl(authorizeUrl: string, { uiDomain, portalId }: Installation): string {
  return `${new URL(authorizeUrl).protocol}//${uiDomain}/contacts/${portalId}/objects/0-1/views/all/list`;
}

/** A verdict is promised within two seconds; what is left is for the way there and back. */
const verdictWithinMs = 1500;

function actions({ manifest, store, crm, jobs, clock, infer, log }: Parts): readonly Route[] {
  const readable = (granted: readonly string[]) => readableTypes(manifest, granted);
  const deps = { ...store, crm, wakeups: jobs.wakeups, clock, infer, readable };
  const report = (err: unknown) => log.error({ err }, 'a late verdict was not kept');
  const reportFailed = (err: unknown) => log.error({ err }, 'an action failed after its late answer');
  return actionRoutes({
    actions: manifest.workflowActions,
    answer: (portal, call) => answerAction(deps, portal, call),
    late: (portal, call) => answerLate({ ...store, report }, portal, call),
    patienceMs: verdictWithinMs,
    report: reportFailed,
  });
}

function cards(parts: Parts): readonly Route[] {
  const { store, clock } = parts;
  const deps = cardDeps(parts);
  const answer = (text: string, locale: string): CardAnswer => cardIn(text, locale);
  // The first steps of a new portal tell whether a card was placed; once per process is often enough to ask.
  const noted = new Set<number>();
  const noteFirst = async (portal: number) => {
    if (noted.has(portal)) return;
    noted.add(portal);
    await store.home.noteCard(portal, clock.now());
  };
  return cardRoutes({
    readCard: async (portal, contact, locale) => {
      await noteFirst(portal);
      return answer(await readCard(deps, { portal, contact }), locale);
    },
    refreshCard: async (portal, contact, locale) =>
      answer(await refreshNow(deps, { portal, contact }), locale),
  });
}

/** What a card is read, refreshed and corrected with. */
function cardDeps({ manifest, store, jobs, clock, infer }: Parts) {
  const readable = (granted: readonly string[]) => readableTypes(manifest, granted);
  return { ...store, wakeups: jobs.wakeups, clock, infer, wordCards: cardsIn, readable };
}

function corrections(parts: Parts): readonly Route[] {
  const { store, crm, clock } = parts;
  const deps = {
    ...cardDeps(parts),
    crm,
    digest: (text: string) => createHash('sha256').update(text).digest('base64url'),
  };
  return correctionRoutes({
    correct: (request) => correctContact(deps, request),
    setDesired: (request) => setDesired(deps, request),
    undo: (request) => undoCorrection(deps, request),
    corrections: (portal, contact) => store.corrections.of(portal, contact),
    cardIn,
    timeZone: async (portal) => (await store.installations.find(portal))?.timeZone ?? 'UTC',
    clock,
  });
}
