import type { Depth, DesiredSettings } from './desired-settings.ts';

/**
 * How deep we know the contacts of a segment. In collective depth cards speak of customers like this one, and the
 * guardrails let no conclusion about the single person be said.
 */
export function depthOf(segment: string | null, settings: DesiredSettings): Depth {
  if (segment === null || !Object.hasOwn(settings.depthBySegment, segment)) return settings.depth;
  return settings.depthBySegment[segment] ?? settings.depth;
}
