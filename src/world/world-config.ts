/** The configuration of a service that lives beside a sandbox portal. */
import { type Config, Secret } from '../config.ts';
import { loadManifest, type Manifest } from '../manifest.ts';
import type { AppEventType } from '../usecases/ports.ts';
import { sandboxCredentials } from './declare-app.ts';

/** A fixed key: the sandbox's tokens open nothing but the sandbox. */
const sandboxTokenKey = Buffer.alloc(32, 'rapport-sandbox').toString('base64');

export function worldConfig(
  options: Pick<Config, 'store' | 'logLevel'>,
  at: { readonly portalUrl: string; readonly serviceUrl: string; readonly servicePort: number },
): Config {
  const manifest = loadManifest();
  return {
    hubspot: {
      clientId: sandboxCredentials.clientId,
      clientSecret: new Secret(sandboxCredentials.clientSecret),
      previousClientSecret: null,
      apiUrl: at.portalUrl,
      authorizeUrl: `${at.portalUrl}/oauth/authorize`,
      eventNames: eventNames(manifest),
    },
    http: {
      host: 'localhost',
      port: at.servicePort,
      publicUrl: at.serviceUrl,
      formerUrls: [manifest.backend],
    },
    store: options.store,
    tokenKeys: [{ id: 'sandbox', key: new Secret(sandboxTokenKey) }],
    liveOnInstall: true,
    freshWithinMs: 0,
    logLevel: options.logLevel,
  };
}

/** HubSpot makes the full name of an event of the app's id and the event's uid. */
function eventNames({ appEvents }: Manifest): Config['hubspot']['eventNames'] {
  const nameOf = (type: AppEventType) => {
    const uid = appEvents.find(({ name }) => name === type)?.uid;
    return uid === undefined ? null : `ae${sandboxCredentials.appId}_${uid}`;
  };
  return {
    stage_changed: nameOf('stage_changed'),
    milestone_reached: nameOf('milestone_reached'),
    recovery_opened: nameOf('recovery_opened'),
    recovery_closed: nameOf('recovery_closed'),
  };
}
