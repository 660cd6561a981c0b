/** Starts the service as a process of its own, asks it, and kills it without a warning. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PortalHealth } from '../../src/usecases/read-health.ts';
import type { Stored } from '../../src/usecases/store.ts';
import type { Question, ServiceOrders } from './service-process.ts';

export type ForkedService = {
  health(portalId: number): Promise<PortalHealth>;
  stored(portalId: number): Promise<Stored>;
  setClock(offset: number): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is told. */
  kill(): Promise<void>;
  /** What it logged as errors. */
  readonly errors: readonly string[];
};

const file = path.join(import.meta.dirname, 'service-process.ts');

/** Longest time to start and to answer, ms: the machine may be busy. */
const patienceMs = 600_000;

export async function forkService(orders: ServiceOrders): Promise<ForkedService> {
  const child = fork(file, [JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'rapport-compile-cache') },
  });
  const errors: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => void errors.push(text));
  }
  const answers = new Map<number, (answer: unknown) => void>();
  child.on('message', ({ id, answer }: { id: number; answer: unknown }) => answers.get(id)?.(answer));
  let lastId = 0;
  const answerTo = (id: number, what: string) =>
    new Promise<unknown>((resolve, reject) => {
      const fail = () => reject(new Error(`The service did not answer (${what}): ${errors.join('')}`));
      const timer = setTimeout(fail, patienceMs);
      child.once('exit', fail);
      answers.set(id, (answer) => {
        clearTimeout(timer);
        child.off('exit', fail);
        answers.delete(id);
        resolve(answer);
      });
    });
  const ask = (what: Question['ask'], more: Partial<Question> = {}) => {
    lastId += 1;
    const answered = answerTo(lastId, what);
    child.send({ ...more, id: lastId, ask: what } satisfies Question);
    return answered;
  };
  await answerTo(0, 'start');
  return {
    errors,
    health: async (portalId) => (await ask('health', { portalId })) as PortalHealth,
    stored: async (portalId) => (await ask('stored', { portalId })) as Stored,
    setClock: async (offset) => void (await ask('clock', { offset })),
    kill: () => kill(child),
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
