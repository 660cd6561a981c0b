/**
 * HubSpot's rate limits: 110 calls in any 10 s per installing account and app; search 5 a second per account, over all
 * apps; associations batches apart from both. Windows run on monotonic real time, however far the portal's clock is moved.
 */
import { createRollingWindow, type RollingWindow } from './rolling-window.ts';

export type Lane = 'general' | 'search' | 'associations';

export type LimitSettings = {
  readonly generalPer10s: number;
  readonly searchPerSecond: number;
  /** HubSpot documents a burst of 100 to 200; the lower half is the safer stand-in. */
  readonly associationsPer10s: number;
  /** How many times faster than real time the windows pass; 1 is HubSpot's own pace. */
  readonly timeScale: number;
};

export const hubspotLimits: LimitSettings = {
  generalPer10s: 110,
  searchPerSecond: 5,
  associationsPer10s: 150,
  timeScale: 1,
};

export type Admission =
  | { readonly kind: 'admitted'; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly kind: 'refused';
      readonly policy: 'TEN_SECONDLY_ROLLING' | 'SECONDLY';
      readonly headers: Readonly<Record<string, string>>;
    };

export type LaneUse = {
  readonly lane: string;
  readonly max: number;
  readonly windowMs: number;
  readonly used: number;
};

export type RateLimits = {
  admit(lane: Lane, appId: number): Admission;
  lanes(): LaneUse[];
};

export function createRateLimits(
  settings: LimitSettings,
  monotonicMs: () => number = () => performance.now(),
): RateLimits {
  const windows = new Map<string, RollingWindow>();
  const now = () => monotonicMs() * settings.timeScale;

  function windowOf(lane: Lane, appId: number): RollingWindow {
    const key = lane === 'search' ? 'search' : `${lane} of app ${appId}`;
    const window = windows.get(key) ?? newWindow(lane, settings);
    windows.set(key, window);
    return window;
  }

  return {
    admit(lane, appId) {
      const at = now();
      const window = windowOf(lane, appId);
      const admitted = window.admit(at);
      // Search answers carry no rate headers; HubSpot says so of this lane alone.
      const headers = lane === 'search' ? {} : rateHeaders(window, at);
      if (admitted) return { kind: 'admitted', headers };
      return { kind: 'refused', policy: lane === 'search' ? 'SECONDLY' : 'TEN_SECONDLY_ROLLING', headers };
    },
    lanes: () =>
      [...windows].map(([lane, { max, windowMs, used }]) => ({ lane, max, windowMs, used: used(now()) })),
  };
}

function newWindow(lane: Lane, settings: LimitSettings): RollingWindow {
  switch (lane) {
    case 'general':
      return createRollingWindow(settings.generalPer10s, 10_000);
    case 'search':
      return createRollingWindow(settings.searchPerSecond, 1000);
    case 'associations':
      return createRollingWindow(settings.associationsPer10s, 10_000);
  }
}

function rateHeaders(window: RollingWindow, at: number): Record<string, string> {
  return {
    'X-HubSpot-RateLimit-Interval-Milliseconds': String(window.windowMs),
    'X-HubSpot-RateLimit-Max': String(window.max),
    'X-HubSpot-RateLimit-Remaining': String(window.max - window.used(at)),
  };
}
