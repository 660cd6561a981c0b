import type { PortalExtension } from '../../portal-frame.ts';
import type { InstalledAppView } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';

/** The cards to show at a place: those of the app, while it is installed. */
export function useCards(location: string, objectType: string): readonly PortalExtension[] {
  const { app, extensions } = useFrame();
  const apps = useAnswer<readonly InstalledAppView[]>('/_sandbox/apps', 10_000);
  const isInstalled =
    apps.kind === 'ready' && apps.value.some(({ appId, installed }) => appId === app.appId && installed);
  if (!isInstalled) return [];
  return extensions.filter(
    (card) =>
      card.location === location && card.objectTypes.some((type) => type.toLowerCase() === objectType),
  );
}
