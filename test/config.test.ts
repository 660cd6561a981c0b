import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  configDocument,
  configTable,
  envExample,
  readConfig,
  readStoreConfig,
} from '../src/config.ts';
import { settingTexts } from '../src/config-texts.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const good = {
  HUBSPOT_CLIENT_ID: 'id',
  HUBSPOT_CLIENT_SECRET: 'very-secret',
  PUBLIC_URL: 'https://api.rapport.example/',
  TOKEN_KEYS: `k2:${key},k1:${key}`,
};

function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('has defaults for all that can have one', () => {
    const config = readConfig(good);
    expect(config.http).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'https://api.rapport.example',
      formerUrls: [],
    });
    expect(config.store).toEqual({ kind: 'folder', path: 'data' });
    expect(config.tokenKeys.map(({ id }) => id)).toEqual(['k2', 'k1']);
    expect(config.liveOnInstall).toBe(false);
  });

  it('uses PostgreSQL as soon as an address is given', () => {
    const { store } = readConfig({ ...good, DATABASE_URL: 'postgres://u:pw@db/r' });
    expect(store.kind === 'server' && store.url.reveal()).toBe('postgres://u:pw@db/r');
  });

  it('says where the store is without anything else, and the same as for the service', () => {
    const env = { DATABASE_URL: 'postgres://u:pw@db/r', DATABASE_SCHEMA: 'other' };
    expect(readStoreConfig(env)).toEqual(readConfig({ ...good, ...env }).store);
    expect(readStoreConfig({ DATA_DIR: ' ' })).toEqual({ kind: 'folder', path: 'data' });
    expect(() => readStoreConfig({ DATABASE_SCHEMA: 'Not plain' })).toThrow(ConfigError);
  });

  it('prints no secret, whichever way it is printed', () => {
    const config = readConfig({ ...good, DATABASE_URL: 'postgres://u:hidden-pw@db/r' });
    const printed = `${inspect(config, { depth: 9 })} ${JSON.stringify(config)} ${config.hubspot.clientSecret}`;
    expect(printed).not.toMatch(/very-secret|hidden-pw/);
    expect(printed).not.toContain(key);
    expect(printed).toContain('[secret]');
    expect(config.hubspot.clientSecret.reveal()).toBe('very-secret');
  });

  it('without the client secret says in one sentence what to do', () => {
    const { HUBSPOT_CLIENT_SECRET: _, ...rest } = good;
    expect(problems(rest)).toEqual([
      "HUBSPOT_CLIENT_SECRET is missing: copy the client secret from the app's Auth page in HubSpot into it.",
    ]);
    expect(problems({ ...good, HUBSPOT_CLIENT_SECRET: '  ' })).toHaveLength(1);
  });

  it('names every problem at once and quotes no value', () => {
    const wrong = {
      ...good,
      PORT: 'eighty',
      PUBLIC_URL: 'ftp://x',
      TOKEN_KEYS: 'k1:c2hvcnQ=',
      LOG_LEVEL: 'loud',
    };
    const found = problems(wrong);
    expect(found.map((problem) => problem.split(' ')[0])).toEqual([
      'PUBLIC_URL',
      'PORT',
      'TOKEN_KEYS',
      'LOG_LEVEL',
    ]);
    expect(found.join()).not.toMatch(/eighty|ftp|c2hvcnQ|loud/);
  });

  it('stands in .env.example as it stands in the code', () => {
    expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toBe(envExample());
  });

  it('stands in docs/configuration.md as it stands in the code', () => {
    expect(readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')).toBe(configDocument());
  });

  it('has a row in the table for each setting, and a remedy for each that must be given', () => {
    for (const { name, preset, remedy } of settingTexts) {
      expect(configTable()).toContain(`| \`${name}\` |`);
      if (preset === null) expect(remedy).toBeTruthy();
    }
  });
});
