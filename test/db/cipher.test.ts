import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CipherError, createCipher } from '../../src/db/cipher.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });

describe('a sealed value', () => {
  const cipher = createCipher([key('k1')]);
  const sealed = cipher.seal(7, 'access', 'tökén');

  test('opens to what was sealed, and shows nothing of it', () => {
    expect(cipher.open(7, 'access', sealed)).toBe('tökén');
    expect(sealed).toMatch(/^v1\.k1\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes('tökén')).toBe(false);
  });

  test('differs each time', () => {
    expect(cipher.seal(7, 'access', 'tökén')).not.toBe(sealed);
  });

  test('does not open for another portal or field', () => {
    expect(() => cipher.open(8, 'access', sealed)).toThrow(CipherError);
    expect(() => cipher.open(7, 'refresh', sealed)).toThrow(CipherError);
  });

  test('does not open with any one character changed', () => {
    const start = sealed.lastIndexOf('.') + 1;
    // The last character may carry unused bits only.
    for (let place = start; place < sealed.length - 1; place++) {
      const other = sealed[place] === 'A' ? 'B' : 'A';
      const altered = sealed.slice(0, place) + other + sealed.slice(place + 1);
      expect(() => cipher.open(7, 'access', altered)).toThrow(CipherError);
    }
  });

  test.each(['', 'v1', 'v1.k1.', 'v2.k1.AAAA', 'v1.k1.AAAA'])('%j is no sealed value', (text) => {
    expect(() => cipher.open(7, 'access', text)).toThrow(CipherError);
  });
});

describe('rotation', () => {
  const [first, second] = [key('k1'), key('k2')];
  const sealed = createCipher([first]).seal(7, 'access', 'x');

  test('the new key seals, the old one still opens', () => {
    const cipher = createCipher([second, first]);
    expect(cipher.open(7, 'access', sealed)).toBe('x');
    expect(cipher.isOld(sealed)).toBe(true);
    expect(cipher.isOld(cipher.seal(7, 'access', 'x'))).toBe(false);
  });

  test('without the old key the error names it and not the value', () => {
    expect(() => createCipher([second]).open(7, 'access', sealed)).toThrow(
      'Cannot open access of portal 7: its key k1 is not held',
    );
  });
});

test('a key of the wrong length or with a strange id is refused', () => {
  expect(() => createCipher([{ id: 'k', key: randomBytes(16) }])).toThrow('16 bytes instead of 32');
  expect(() => createCipher([{ id: 'a.b', key: randomBytes(32) }])).toThrow('letters, digits');
  expect(() => createCipher([])).toThrow('at least one key');
});
