/** Every setting in words: for the README, for .env.example, and for whoever forgot one. */
export type SettingText = {
  readonly name: string;
  readonly meaning: string;
  /** Null: it must be given. Empty: absent unless given. */
  readonly preset: string | null;
  /** What to do when it is missing. */
  readonly remedy?: string;
};

export const settingTexts: readonly SettingText[] = [
  {
    name: 'HUBSPOT_CLIENT_ID',
    preset: null,
    meaning: 'Client id of the app in HubSpot.',
    remedy: "copy the client id from the app's Auth page in HubSpot into it",
  },
  {
    name: 'HUBSPOT_CLIENT_SECRET',
    preset: null,
    meaning: 'Client secret of the app: for tokens, and for the signatures of incoming calls.',
    remedy: "copy the client secret from the app's Auth page in HubSpot into it",
  },
  {
    name: 'HUBSPOT_CLIENT_SECRET_PREVIOUS',
    preset: '',
    meaning: 'The secret before a rotation: signatures made with it are still accepted while this is set.',
  },
  {
    name: 'PUBLIC_URL',
    preset: null,
    meaning:
      'Address under which HubSpot and browsers reach this service; signatures are checked against it.',
    remedy: 'set it to the https address under which HubSpot reaches this service',
  },
  {
    name: 'FORMER_PUBLIC_URLS',
    preset: '',
    meaning:
      'Further addresses under which HubSpot still calls, separated by commas, for example while moving.',
  },
  {
    name: 'TOKEN_KEYS',
    preset: null,
    meaning:
      'Keys that encrypt the portals’ tokens, as id:base64 of 32 bytes, separated by commas. The first one seals, all of them open.',
    remedy: 'set it to k1: followed by the output of "openssl rand -base64 32", and keep it safe',
  },
  { name: 'HOST', preset: '127.0.0.1', meaning: 'Network address to listen on; 0.0.0.0 in a container.' },
  { name: 'PORT', preset: '3000', meaning: 'Port to listen on; 0 takes any free one.' },
  {
    name: 'DATABASE_URL',
    preset: '',
    meaning:
      'PostgreSQL 15 or newer. Without it the embedded database in DATA_DIR is used, by one process only.',
  },
  { name: 'DATABASE_SCHEMA', preset: 'rapport', meaning: 'Schema of our tables in PostgreSQL.' },
  { name: 'DATABASE_POOL_SIZE', preset: '10', meaning: 'Connections to PostgreSQL per process.' },
  { name: 'DATA_DIR', preset: 'data', meaning: 'Folder of the embedded database.' },
  {
    name: 'LIVE_ON_INSTALL',
    preset: 'false',
    meaning:
      'Write the stage properties from the first reading on, which fires workflows that listen to them.',
  },
  {
    name: 'FRESH_WITHIN_SECONDS',
    preset: '300',
    meaning:
      'How long a portal that was just refreshed collects further changes at most, so that batches are full; 0 reads every change at once. A click on Refresh never waits.',
  },
  {
    name: 'HUBSPOT_APP_EVENTS',
    preset: '',
    meaning:
      'Full names of the deployed app events (POST /types/projects tells them), as stage_changed=NAME,milestone_reached=NAME,recovery_opened=NAME,recovery_closed=NAME. An event without a name is not sent.',
  },
  {
    name: 'HUBSPOT_API_URL',
    preset: 'https://api.hubapi.com',
    meaning: 'Where HubSpot’s API is; a sandbox for trying out.',
  },
  {
    name: 'HUBSPOT_AUTHORIZE_URL',
    preset: 'https://app.hubspot.com/oauth/authorize',
    meaning: 'HubSpot’s consent page.',
  },
  { name: 'LOG_LEVEL', preset: 'info', meaning: 'debug, info, warn, error or silent.' },
];
