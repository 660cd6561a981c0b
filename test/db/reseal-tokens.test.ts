import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCipher } from '../../src/db/cipher.ts';
import { resealTokens } from '../../src/db/reseal-tokens.ts';
import { createTokenVault } from '../../src/db/token-vault.ts';
import { testDatabase } from '../support/database.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });
const tokens = (name: string) => ({ accessToken: `a-${name}`, refreshToken: `r-${name}`, expiresAt: 5 });

test('every token is sealed with the newest key, opens without the old one, and a second run finds nothing to do', async () => {
  await using opened = await testDatabase();
  const [before, after] = [key('k1'), key('k2')];
  for (const portal of [7, 8])
    await createTokenVault(opened.database, createCipher([before])).save(portal, tokens(`${portal}`));
  await createTokenVault(opened.database, createCipher([after])).save(9, tokens('9'));
  const both = createCipher([after, before]);
  expect(await resealTokens(opened.database, both)).toEqual({ resealed: 2, current: 1, unopened: [] });
  expect(await resealTokens(opened.database, both)).toEqual({ resealed: 0, current: 3, unopened: [] });
  const vault = createTokenVault(opened.database, createCipher([after]));
  for (const portal of [7, 8, 9]) expect(await vault.read(portal)).toEqual(tokens(`${portal}`));
});

test('a token whose key is not held is named and stays as it is, and the others are sealed all the same', async () => {
  await using opened = await testDatabase();
  const [lost, before, after] = [key('k0'), key('k1'), key('k2')];
  await createTokenVault(opened.database, createCipher([lost])).save(7, tokens('7'));
  await createTokenVault(opened.database, createCipher([before])).save(8, tokens('8'));
  const done = await resealTokens(opened.database, createCipher([after, before]));
  expect(done).toEqual({ resealed: 1, current: 0, unopened: [{ portal: 7, keyId: 'k0' }] });
  expect(await createTokenVault(opened.database, createCipher([lost])).read(7)).toEqual(tokens('7'));
});
