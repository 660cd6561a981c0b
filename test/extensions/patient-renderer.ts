/** HubSpot's test renderer, which gives up after a second: on a busy machine that is no sign of anything. */
import { createRenderer } from '@hubspot/ui-extensions/testing';

const patienceMs = 30_000;

export function patientRenderer<Location extends Parameters<typeof createRenderer>[0]>(location: Location) {
  const renderer = createRenderer(location);
  const waitFor: typeof renderer.waitFor = (check, options) =>
    renderer.waitFor(check, { timeoutInMs: patienceMs, ...options });
  return { ...renderer, waitFor };
}
