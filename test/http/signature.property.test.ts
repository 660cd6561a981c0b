import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkV2, checkV3, signatureWindowMs } from '../../src/http/signature.ts';

const settings = { bases: ['https://api.rapport.example'], secrets: ['current', 'previous'] };
const at = Date.UTC(2026, 5, 15);

const sign = (method: string, uri: string, body: Uint8Array, key = 'current', time = at) => ({
  'x-hubspot-signature-v3': createHmac('sha256', key)
    .update(method + uri)
    .update(body)
    .update(String(time))
    .digest('base64'),
  'x-hubspot-request-timestamp': String(time),
});

const body = fc.uint8Array({ minLength: 1, maxLength: 200 });
const target = fc.webPath().map((path) => path || '/');

describe('signature v3', () => {
  it('of HubSpot is accepted for any body and path', () => {
    fc.assert(
      fc.property(target, body, fc.constantFrom('current', 'previous'), (path, bytes, key) => {
        const uri = `https://api.rapport.example${path}`.replace(
          /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi,
          (found) => decodeURIComponent(found),
        );
        const headers = sign('POST', uri, bytes, key);
        expect(checkV3({ method: 'POST', target: path, body: bytes, headers }, settings, at)).toBe('signed');
      }),
    );
  });

  it('of a body with one byte changed is refused', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, where, change) => {
        const headers = sign('POST', 'https://api.rapport.example/x', bytes);
        const place = where % bytes.length;
        const changed = bytes.map((byte, index) => (index === place ? byte ^ change : byte));
        expect(checkV3({ method: 'POST', target: '/x', body: changed, headers }, settings, at)).toBe(
          'mismatch',
        );
      }),
    );
  });

  it('counts for five minutes in both directions, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2 * signatureWindowMs, max: 2 * signatureWindowMs }), (offset) => {
        const headers = sign('GET', 'https://api.rapport.example/x', Buffer.alloc(0), 'current', at + offset);
        const verdict = checkV3(
          { method: 'GET', target: '/x', body: Buffer.alloc(0), headers },
          settings,
          at,
        );
        expect(verdict).toBe(Math.abs(offset) <= signatureWindowMs ? 'signed' : 'stale');
      }),
      {
        examples: [
          [signatureWindowMs],
          [signatureWindowMs + 1],
          [-signatureWindowMs],
          [-signatureWindowMs - 1],
        ],
      },
    );
  });
});

describe('signature v2', () => {
  const hash = createHash('sha256').update('currentPOSThttps://api.rapport.example/a?b=%2F{}').digest('hex');
  const request = { method: 'POST', target: '/a?b=%2F', body: Buffer.from('{}') };

  it('is the hash of secret, method, address and body, without decoding', () => {
    const headers = { 'x-hubspot-signature': hash, 'x-hubspot-signature-version': 'v2' };
    expect(checkV2({ ...request, headers }, settings)).toBe('signed');
    expect(checkV2({ ...request, body: Buffer.from('{ }'), headers }, settings)).toBe('mismatch');
  });

  it('is not taken from a v1 header', () => {
    const headers = { 'x-hubspot-signature': hash, 'x-hubspot-signature-version': 'v1' };
    expect(checkV2({ ...request, headers }, settings)).toBe('no-signature');
  });
});
