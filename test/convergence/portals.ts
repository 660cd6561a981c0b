/** Portals that share one address, each with a small company's story and an id of its own. */
import { loadManifest } from '../../src/manifest.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import { shareAddress } from '../../src/sandbox/shared-address.ts';
import { declareApp } from '../../src/world/declare-app.ts';

export type Portal = {
  readonly portalId: number;
  readonly sandbox: Sandbox;
  /** Its own address, where its people are. */
  readonly url: string;
};

export type Portals = AsyncDisposable & {
  /** The address of them all, where the app is. */
  readonly url: string;
  readonly all: readonly Portal[];
};

export type PortalPlan = {
  readonly portalId: number;
  readonly fill: (sandbox: Sandbox) => void;
  readonly options: Omit<SandboxOptions, 'apps' | 'origins' | 'portal'>;
};

export async function openPortals(plans: readonly PortalPlan[], serviceUrl: string): Promise<Portals> {
  const manifest = loadManifest();
  const running = await Promise.all(
    plans.map(async ({ portalId, fill, options }) => {
      const sandbox = createSandbox({
        ...options,
        portal: { portalId },
        apps: [declareApp(manifest, serviceUrl)],
        origins: { [manifest.backend]: serviceUrl },
      });
      fill(sandbox);
      return { portalId, sandbox, ...(await sandbox.start()) };
    }),
  );
  const shared = await shareAddress(running.map(({ url, sandbox }) => ({ url, grants: sandbox.grants })));
  return {
    url: shared.url,
    all: running,
    async [Symbol.asyncDispose]() {
      await shared.stop();
      for (const portal of running) await portal.stop();
    },
  };
}
