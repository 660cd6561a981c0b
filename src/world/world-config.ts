/** The configuration of a service that lives beside a sandbox portal. */
import { type Config, Secret } from '../config.ts';
import { loadManifest } from '../manifest.ts';
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
      stageChangedEvent: `ae${sandboxCredentials.appId}_${manifest.appEvents[0]?.uid}`,
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
    logLevel: options.logLevel,
  };
}
