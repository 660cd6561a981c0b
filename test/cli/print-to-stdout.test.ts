import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

test('a reader that leaves early ends the process without an error', async () => {
  const module = path.join(import.meta.dirname, '../../src/cli/print-to-stdout.ts');
  const program = `
    const { printToStdout } = await import(${JSON.stringify(module)});
    for (;;) { printToStdout('x'.repeat(1e5)); await new Promise(setImmediate); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
});
