/** What a woken worker does for the admin's pages: counts the portal for the home page, and computes a preview. */
import type { Home } from './home.ts';
import type { Installations } from './ports.ts';
import { type RunPreviewDeps, runPreview } from './run-preview.ts';
import type { WorkHandlers } from './work.ts';

export type AdminWorkDeps = RunPreviewDeps & {
  readonly home: Pick<Home, 'summarise'>;
  readonly installations: Pick<Installations, 'find'>;
};

export function createAdminWork(deps: AdminWorkDeps): Pick<WorkHandlers, 'summary' | 'preview'> {
  const active = async (portal: number) => {
    const installation = await deps.installations.find(portal);
    return installation?.state === 'active' ? installation : null;
  };
  return {
    async summary(portal) {
      if ((await active(portal)) !== null) await deps.home.summarise(portal, deps.clock.now());
      return { kind: 'idle' };
    },
    async preview(portal, _attempt, signal) {
      const of = await active(portal);
      if (of === null) return { kind: 'idle' };
      return (await runPreview(deps, { of, signal })) === 'again' ? { kind: 'again' } : { kind: 'idle' };
    },
  };
}
