/**
 * The one place that reads the environment. A wrong configuration names every problem at once; the README's table and
 * .env.example are made from the same list of settings.
 */
import { z } from 'zod';
import { type SettingText, settingTexts } from './config-texts.ts';
import { type AppEventType, appEventTypes } from './usecases/ports.ts';

/** A secret that prints as [secret] wherever it ends up: logs, errors, JSON, the inspector. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one call that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** A key for tokens at rest: AES-256 takes 32 bytes. */
export type TokenKey = { readonly id: string; readonly key: Secret };

export type Config = {
  readonly hubspot: {
    readonly clientId: string;
    readonly clientSecret: Secret;
    /** Still accepted on incoming signatures while a rotation is under way. */
    readonly previousClientSecret: Secret | null;
    readonly apiUrl: string;
    readonly authorizeUrl: string;
    /** HubSpot's full names of our app events, null while the project is not deployed. */
    readonly eventNames: Readonly<Record<AppEventType, string | null>>;
  };
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    readonly formerUrls: readonly string[];
  };
  readonly store:
    | { readonly kind: 'server'; readonly url: Secret; readonly schema: string; readonly poolSize: number }
    | { readonly kind: 'folder'; readonly path: string }
    /** Never by the environment. `image`: what it begins with instead of nothing. */
    | { readonly kind: 'memory'; readonly image?: Blob };
  /** The first one seals, all of them open. */
  readonly tokenKeys: readonly TokenKey[];
  readonly liveOnInstall: boolean;
  /** How long a portal's changes are collected at most before they are read. */
  readonly freshWithinMs: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

/** Every problem of a configuration, one sentence per line, none of them with a value in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const keyBytes = 32;

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with https://' })
  .transform((url) => url.replace(/\/+$/, ''));

const secret = z.string().transform((value) => new Secret(value));

const tokenKeys = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.trim().split(':')))
  .refine((pairs) => pairs.every((pair) => pair.length === 2 && /^[\w-]+$/.test(pair[0] ?? '')), {
    error: 'must be one or more id:key, separated by commas',
  })
  .refine((pairs) => pairs.every(([, key]) => Buffer.from(key ?? '', 'base64').length === keyBytes), {
    error: `must hold keys of ${keyBytes} bytes in base64 (make one with: openssl rand -base64 ${keyBytes})`,
  })
  .transform((pairs) => pairs.map(([id = '', key = '']) => ({ id, key: new Secret(key) })));

const yesNo = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((text) => text === 'true');

const noEventNames: Config['hubspot']['eventNames'] = {
  stage_changed: null,
  milestone_reached: null,
  recovery_opened: null,
  recovery_closed: null,
};

const eventNames = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.trim().split('=')))
  .refine((pairs) => pairs.every(([type, name]) => isEventType(type) && /^\w+$/.test(name ?? '')), {
    error: `must be event=name pairs, separated by commas; the events are ${appEventTypes.join(', ')}`,
  })
  .transform((pairs): Config['hubspot']['eventNames'] => ({ ...noEventNames, ...Object.fromEntries(pairs) }));

function isEventType(text: string | undefined): boolean {
  return appEventTypes.some((type) => type === text);
}

const environment = z.object({
  HUBSPOT_CLIENT_ID: z.string(),
  HUBSPOT_CLIENT_SECRET: secret,
  HUBSPOT_CLIENT_SECRET_PREVIOUS: secret.optional(),
  HUBSPOT_API_URL: address.default('https://api.hubapi.com'),
  HUBSPOT_AUTHORIZE_URL: address.default('https://app.hubspot.com/oauth/authorize'),
  HUBSPOT_APP_EVENTS: eventNames.default(noEventNames),
  PUBLIC_URL: address,
  FORMER_PUBLIC_URLS: z
    .string()
    .transform((text) => text.split(',').map((url) => url.trim().replace(/\/+$/, '')))
    .pipe(z.array(z.url()))
    .default([]),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
  DATABASE_URL: secret.optional(),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/, { error: 'must be a plain lower-case name' })
    .default('rapport'),
  DATABASE_POOL_SIZE: z.coerce.number({ error: 'must be a number' }).int().min(1).default(10),
  DATA_DIR: z.string().default('data'),
  TOKEN_KEYS: tokenKeys,
  LIVE_ON_INSTALL: yesNo.default(false),
  FRESH_WITHIN_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .int()
    .min(0)
    .max(3600)
    .default(300),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info'),
});

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `ConfigError`. An empty variable counts as absent, as compose files and shells leave them. */
export function readConfig(env: Environment = process.env): Config {
  const given = present(env);
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error, given));
  return toConfig(parsed.data);
}

const storeEnvironment = environment.pick({
  DATABASE_URL: true,
  DATABASE_SCHEMA: true,
  DATABASE_POOL_SIZE: true,
  DATA_DIR: true,
});

/** Where the store is, for whoever needs nothing else of the service. Throws `ConfigError`. */
export function readStoreConfig(env: Environment = process.env): Config['store'] {
  const given = present(env);
  const parsed = storeEnvironment.safeParse(given);
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error, given));
  return toStore(parsed.data);
}

const keyEnvironment = storeEnvironment.extend({ TOKEN_KEYS: tokenKeys });

/** Where the store is and what opens its tokens. Throws `ConfigError`. */
export function readKeyConfig(env: Environment = process.env): Pick<Config, 'store' | 'tokenKeys'> {
  const given = present(env);
  const parsed = keyEnvironment.safeParse(given);
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error, given));
  return { store: toStore(parsed.data), tokenKeys: parsed.data.TOKEN_KEYS };
}

function present(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

function problemsOf(error: z.ZodError, given: Environment): string[] {
  return error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    const text = settingTexts.find((setting) => setting.name === name);
    return given[name] === undefined
      ? `${name} is missing: ${text?.remedy ?? 'set it'}.`
      : `${name} ${message}.`;
  });
}

function toConfig(it: z.output<typeof environment>): Config {
  return {
    hubspot: {
      clientId: it.HUBSPOT_CLIENT_ID,
      clientSecret: it.HUBSPOT_CLIENT_SECRET,
      previousClientSecret: it.HUBSPOT_CLIENT_SECRET_PREVIOUS ?? null,
      apiUrl: it.HUBSPOT_API_URL,
      authorizeUrl: it.HUBSPOT_AUTHORIZE_URL,
      eventNames: it.HUBSPOT_APP_EVENTS,
    },
    http: { host: it.HOST, port: it.PORT, publicUrl: it.PUBLIC_URL, formerUrls: it.FORMER_PUBLIC_URLS },
    store: toStore(it),
    tokenKeys: it.TOKEN_KEYS,
    liveOnInstall: it.LIVE_ON_INSTALL,
    freshWithinMs: it.FRESH_WITHIN_SECONDS * 1000,
    logLevel: it.LOG_LEVEL,
  };
}

function toStore(it: z.output<typeof storeEnvironment>): Config['store'] {
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema, DATABASE_POOL_SIZE: poolSize, DATA_DIR: path } = it;
  return url === undefined ? { kind: 'folder', path } : { kind: 'server', url, schema, poolSize };
}

/** Every setting with its default and meaning, as a table. */
export function configTable(): string {
  const row = ({ name, meaning, preset }: SettingText) =>
    `| \`${name}\` | ${presetText(preset)} | ${meaning} |`;
  return ['| variable | default | meaning |', '|---|---|---|', ...settingTexts.map(row), ''].join('\n');
}

function presetText(preset: SettingText['preset']): string {
  if (preset === null) return 'required';
  return preset === '' ? '' : `\`${preset}\``;
}

/** The text of docs/configuration.md. */
export function configDocument(): string {
  return `# Configuration

Everything is set by environment variables, read once at the start. A wrong configuration names all its problems at once
and exits with code 2. Secrets are never printed. \`.env.example\` is the same list as a file; start with it by
\`node --env-file=.env src/main.ts serve\`.

${configTable()}`;
}

/** The text of `.env.example`. */
export function envExample(): string {
  return settingTexts
    .map(
      ({ name, meaning, preset }) => `# ${meaning}\n${preset === null ? '' : '# '}${name}=${preset ?? ''}\n`,
    )
    .join('\n');
}
