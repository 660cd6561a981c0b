/** What a fresh install on the same portals computes, straight from the replay of each contact's whole history. */
import type { Config } from '../../src/config.ts';
import { inferIn } from '../../src/infer.ts';
import { createClockScheduler } from '../../src/jobs/clock-scheduler.ts';
import type { PropertyValues } from '../../src/relationship/properties.ts';
import { startService } from '../../src/service.ts';
import type { Infer, Stored } from '../../src/usecases/store.ts';
import { freePort } from '../../src/world/free-port.ts';
import { installByConsent } from '../../src/world/install-by-consent.ts';
import { untilSettled } from '../../src/world/until-settled.ts';
import { worldConfig } from '../../src/world/world-config.ts';
import { type CorrectionLog, writeLog } from './correction-log.ts';
import { copyPortal } from './portal-copy.ts';
import { openPortals, type Portal } from './portals.ts';

export type FreshInstall = {
  /** Property values by contact, before anything is compared with what stands in the portal. */
  readonly values: ReadonlyMap<string, PropertyValues>;
  readonly stored: Stored;
};

const lookEveryMs = 400;

/** As fast as a stand-in for HubSpot may be asked: no life is about limits. */
export const pace = 20;

/**
 * @param store an empty one. @param log what people said of the contacts, which no portal remembers.
 * @returns what was computed by portal, and the time when all was, ms since epoch.
 */
export async function installFresh(
  originals: readonly Portal[],
  store: Config['store'],
  log: CorrectionLog,
): Promise<{ readonly of: ReadonlyMap<number, FreshInstall>; readonly at: number }> {
  const values = new Map(originals.map(({ portalId }) => [portalId, new Map<string, PropertyValues>()]));
  const infer: Infer = (portal) => {
    const inferContact = inferIn(portal);
    return (stored, now) => {
      const inferred = inferContact(stored, now);
      values.get(portal.installation.portalId)?.set(stored.id, inferred.values);
      return inferred;
    };
  };
  if (log.size > 0) await writeLog(store, log);
  const servicePort = await freePort();
  const serviceUrl = `http://localhost:${servicePort}`;
  const plans = originals.map(({ portalId, sandbox }) => ({
    portalId,
    fill: (copy: Portal['sandbox']) => copyPortal(sandbox, copy),
    options: { startAt: sandbox.clock.now(), limits: { timeScale: pace } },
  }));
  await using portals = await openPortals(plans, serviceUrl);
  const config = worldConfig(
    { store, logLevel: 'silent' },
    { portalUrl: portals.url, serviceUrl, servicePort },
  );
  const [first] = portals.all;
  const clock = { now: () => first?.sandbox.clock.now() ?? 0 };
  const service = await startService(config, {
    clock,
    infer,
    pace,
    scheduler: (report) => createClockScheduler({ clock, lookEveryMs, report }),
  });
  try {
    for (const { url } of portals.all) await installByConsent(serviceUrl, url);
    const of = new Map<number, FreshInstall>();
    for (const { portalId, sandbox } of portals.all) {
      await untilSettled(sandbox, () => service.health(portalId), undefined, undefined, lookEveryMs);
      const computed = values.get(portalId) ?? new Map<string, PropertyValues>();
      of.set(portalId, { values: computed, stored: await service.stored(portalId) });
    }
    return { of, at: clock.now() };
  } finally {
    await service.stop();
  }
}
