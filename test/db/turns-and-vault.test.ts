import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCipher } from '../../src/db/cipher.ts';
import { createTokenVault } from '../../src/db/token-vault.ts';
import { createTurns, laneLimits } from '../../src/db/turns.ts';
import type { StoredTokens } from '../../src/usecases/ports.ts';
import { storeName, testDatabase, testStore } from '../support/database.ts';

/** Slow enough that what comes back during a test does not count. */
const slow = { capacity: 5, perSecond: 0.001 };

describe(`turns (${storeName})`, () => {
  test('the limits keep any rolling ten seconds at or below 100 calls', () => {
    for (const { capacity, perSecond } of Object.values(laneLimits)) {
      expect(capacity + 10 * perSecond).toBeLessThanOrEqual(100);
    }
    expect(laneLimits.search.perSecond).toBeLessThanOrEqual(2);
  });

  test('what is free is given at once, what is reserved beyond it waits in order', async () => {
    await using world = await testDatabase();
    const turns = createTurns(world.database, { general: slow, search: slow, associations: slow });
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) waits.push(await turns.take(1, 'general'));
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(waits.slice(5).map((ms) => Math.round(ms / 100_000))).toEqual([10, 20, 30]);
  });

  test('callers at the same time share one bucket; portals and lanes do not', async () => {
    await using world = await testDatabase();
    const turns = createTurns(world.database, { general: slow, search: slow, associations: slow });
    const waits = await Promise.all(Array.from({ length: 12 }, () => turns.take(1, 'general')));
    expect(waits.filter((ms) => ms === 0).length).toBe(5);
    expect(await turns.take(2, 'general')).toBe(0);
    expect(await turns.take(1, 'search', 5)).toBe(0);
    expect(await turns.take(1, 'search', 2)).toBeGreaterThan(1_900_000);
  });

  test('a pause holds everybody of its lane, and a shorter one does not end it', async () => {
    await using world = await testDatabase();
    const turns = createTurns(world.database);
    await turns.pause(1, 'general', 60_000);
    await turns.pause(1, 'general', 5_000);
    expect(await turns.take(1, 'general')).toBeGreaterThan(55_000);
    expect(await turns.take(1, 'associations')).toBe(0);
  });
});

describe(`the token vault (${storeName})`, () => {
  const tokens = (name: string): StoredTokens => ({
    accessToken: `access-${name}`,
    refreshToken: `refresh-${name}`,
    expiresAt: 5,
  });

  test('gives back what was saved and stores nothing readable', async () => {
    await using opened = await testDatabase();
    const vault = createTokenVault(opened.database, createCipher([{ id: 'k', key: randomBytes(32) }]));
    expect(await vault.read(1)).toBeNull();
    await vault.save(1, tokens('a'));
    expect(await vault.read(1)).toEqual(tokens('a'));
    expect(await vault.read(2)).toBeNull();
    expect(JSON.stringify(await opened.asOwner('select * from token'))).not.toMatch(/-a"/);
    await vault.drop(1);
    expect(await vault.read(1)).toBeNull();
  });

  test('many who want to renew do it once', async () => {
    await using world = await testStore();
    const { vault } = world.store;
    await vault.save(1, tokens('old'));
    let calls = 0;
    const renew = async (current: StoredTokens) => {
      if (current.accessToken === 'access-new') return current;
      calls += 1;
      return tokens('new');
    };
    const renewed = await Promise.all(Array.from({ length: 20 }, () => vault.renew(1, renew)));
    expect(calls).toBe(1);
    expect(new Set(renewed.map((it) => it.accessToken))).toEqual(new Set(['access-new']));
    expect(await vault.read(1)).toEqual(tokens('new'));
  });

  test('a renewal that took longer than its lease does not put its tokens over newer ones', async () => {
    await using opened = await testDatabase();
    const vault = createTokenVault(opened.database, createCipher([{ id: 'k', key: randomBytes(32) }]));
    await vault.save(1, tokens('old'));
    await vault.renew(1, async () => {
      await opened.asOwner(`update ${opened.schema}.token set renewal_until = '-infinity'`);
      await vault.renew(1, async () => tokens('newer'));
      return tokens('late');
    });
    expect(await vault.read(1)).toEqual(tokens('newer'));
  });

  test('a renewal that fails leaves the old tokens and lets the next one try', async () => {
    await using world = await testStore();
    const { vault } = world.store;
    await vault.save(1, tokens('old'));
    await expect(vault.renew(1, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await vault.renew(1, async (current) => ({ ...current, accessToken: 'x' }))).toMatchObject({
      accessToken: 'x',
      refreshToken: 'refresh-old',
    });
  });

  test('the store stays usable while HubSpot takes its time', async () => {
    await using world = await testStore();
    const { vault, parking } = world.store;
    await vault.save(1, tokens('old'));
    await vault.renew(1, async () => {
      expect(await parking.list(1)).toEqual([]);
      return tokens('new');
    });
    expect(await vault.read(1)).toEqual(tokens('new'));
  });

  test('a portal without tokens has nothing to renew', async () => {
    await using world = await testStore();
    await expect(world.store.vault.renew(1, async (it) => it)).rejects.toMatchObject({
      failure: 'installation-gone',
      message: 'Portal 1 has no tokens to renew',
    });
  });
});

describe(`OAuth states (${storeName})`, () => {
  test('are spent once and not after their time', async () => {
    await using world = await testStore();
    const { oauthStates } = world.store;
    await oauthStates.add('a', 100);
    await oauthStates.add('b', 100);
    expect(await oauthStates.spend('a', 99)).toBe(true);
    expect(await oauthStates.spend('a', 99)).toBe(false);
    expect(await oauthStates.spend('b', 100)).toBe(false);
    expect(await oauthStates.spend('c', 1)).toBe(false);
  });
});
