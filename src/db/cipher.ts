/**
 * Seals what must not be readable in the database or its backups: AES-256-GCM with a random nonce per value. Portal
 * and field are authenticated with it, so that a value moved to another portal's row does not open. The key's id is
 * stored with the value: several keys can be held at once, the first seals, all open (rotation).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PortalId } from '../usecases/ports.ts';

export type Cipher = {
  seal(portal: PortalId, field: string, text: string): string;
  /** Throws `CipherError` when the key is not held or the value was altered or moved. */
  open(portal: PortalId, field: string, sealed: string): string;
  /** True when the value was sealed with another key than the current one. */
  isOld(sealed: string): boolean;
};

/** `key`: 32 bytes. `id`: letters, digits, - and _; it must never be given to another key. */
export type CipherKey = { readonly id: string; readonly key: Uint8Array };

export class CipherError extends Error {
  override readonly name = 'CipherError';
  readonly keyId: string;

  constructor(message: string, keyId: string, cause?: unknown) {
    super(message, { cause });
    this.keyId = keyId;
  }
}

const form = 'v1';
/** Bytes; both are the sizes that NIST SP 800-38D recommends for GCM. */
const nonceLength = 12;
const tagLength = 16;

export function createCipher(keys: readonly CipherKey[]): Cipher {
  const [current] = keys;
  if (current === undefined) throw new Error('A cipher needs at least one key');
  for (const { id, key } of keys) {
    if (key.length !== 32) throw new Error(`Cipher key ${id} has ${key.length} bytes instead of 32`);
    if (!/^[\w-]+$/.test(id)) throw new Error('A cipher key id consists of letters, digits, - and _');
  }
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    seal(portal, field, text) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce);
      cipher.setAAD(boundTo(portal, field));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${form}.${current.id}.${sealed.toString('base64url')}`;
    },
    open(portal, field, sealed) {
      const [version, id = '', payload = ''] = sealed.split('.');
      const key = byId.get(id);
      if (version !== form || key === undefined) {
        throw new CipherError(`Cannot open ${field} of portal ${portal}: its key ${id} is not held`, id);
      }
      try {
        return unsealed(Buffer.from(payload, 'base64url'), key, boundTo(portal, field));
      } catch (cause) {
        throw new CipherError(`Cannot open ${field} of portal ${portal}: it was altered or moved`, id, cause);
      }
    },
    isOld: (sealed) => !sealed.startsWith(`${form}.${current.id}.`),
  };
}

function unsealed(bytes: Buffer, key: Uint8Array, bound: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(bound);
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const text = decipher.update(bytes.subarray(nonceLength, -tagLength));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}

function boundTo(portal: PortalId, field: string): Buffer {
  return Buffer.from(`${portal}:${field}`, 'utf8');
}
