/** Which objects of HubSpot are ours to read: by their names in deliveries, and by what was granted. */
import type { Manifest } from './manifest.ts';
import { type ActivityType, activityTypes, type RecordType } from './usecases/ports.ts';

/** Our record type by HubSpot's type id and by its singular name, as deliveries carry either. */
export function recordTypesOf(manifest: Manifest): ReadonlyMap<string, RecordType> {
  return new Map(
    manifest.webhooks.objects.flatMap(({ type, objectType, objectTypeId }) => {
      const known = [...activityTypes, 'contacts' as const].find((candidate) => candidate === type);
      return known === undefined ? [] : [[objectTypeId, known] as const, [objectType, known] as const];
    }),
  );
}

/** The activity types whose scope was granted. */
export function readableTypes(manifest: Manifest, granted: readonly string[]): readonly ActivityType[] {
  return activityTypes.filter((type) => {
    const watched = manifest.webhooks.objects.find((object) => object.type === type);
    return watched !== undefined && granted.includes(watched.scope);
  });
}
