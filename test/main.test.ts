import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { compileCache } from './support/compile-cache.ts';

function rapport(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const main = new URL('../src/main.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...compileCache(), ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const key = Buffer.alloc(32, 7).toString('base64');

describe('the command line', () => {
  it('without the client secret says one clear sentence and exits with 2', () => {
    const env = {
      HUBSPOT_CLIENT_ID: 'id',
      PUBLIC_URL: 'https://api.rapport.example',
      TOKEN_KEYS: `k1:${key}`,
    };
    expect(rapport(['serve'], env)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        "HUBSPOT_CLIENT_SECRET is missing: copy the client secret from the app's Auth page in HubSpot into it.\n",
    });
  });

  it('without any setting names each that must be given, on a line of its own', () => {
    const { status, stderr } = rapport(['serve']);
    expect(status).toBe(2);
    const names = stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(names).toEqual(['HUBSPOT_CLIENT_ID', 'HUBSPOT_CLIENT_SECRET', 'PUBLIC_URL', 'TOKEN_KEYS']);
  });

  it.each([
    [['dance']],
    [['serve', '--fast']],
    [['score']],
    [['score', '--events', 'nowhere.csv', '--as-of', '2026-01-01']],
  ])('exits with 2 on %j', (args) => {
    const { status, stdout, stderr } = rapport(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')[0]).toMatch(/\S/);
    expect(stderr).not.toMatch(/ at .*\.ts/);
  });

  it('helps, and that is no failure', () => {
    const { status, stdout } = rapport(['--help']);
    expect(status).toBe(0);
    for (const command of ['serve', 'sandbox', 'score']) expect(stdout).toContain(command);
  });
});
