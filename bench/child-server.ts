/** Servers that are measured run in processes of their own, so that neither slows the other or the one that loads them. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type ChildServer = AsyncDisposable & { readonly port: number };

/** @param file in this folder; it tells its port by a message. @param args are handed to it as JSON. */
export async function startChild(file: string, args: object): Promise<ChildServer> {
  const child = fork(path.join(import.meta.dirname, file), [JSON.stringify(args)]);
  const failed = once(child, 'exit').then(() => {
    throw new Error(`${file} ended before it listened`);
  });
  failed.catch(() => undefined);
  const [port]: unknown[] = await Promise.race([once(child, 'message'), failed]);
  return {
    port: Number(port),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
