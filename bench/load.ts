/**
 * Loads an HTTP server over a number of connections, each with one request under way: how many answers a second, and how
 * late they come. Written on bare sockets: on a machine of two cores a client that parses more than it needs would slow
 * down the server it measures.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type LoadOptions = {
  readonly port: number;
  readonly connections: number;
  /** How long, ms. */
  readonly forMs: number;
  /** The next request to send, head and body. */
  readonly request: (number: number) => Buffer;
};

export type Loaded = {
  readonly perSecond: number;
  /** Milliseconds within which so many of a hundred answers came. */
  readonly p50: number;
  readonly p99: number;
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
};

export async function load(options: LoadOptions): Promise<Loaded> {
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const started = performance.now();
  let sent = 0;
  const lanes = Array.from({ length: options.connections }, async () => {
    const socket = connect(options.port, '127.0.0.1').setNoDelay(true);
    await once(socket, 'connect');
    while (performance.now() - started < options.forMs) {
      const at = performance.now();
      const status = await exchange(socket, options.request(sent++));
      times.push(performance.now() - at);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    socket.destroy();
  });
  await Promise.all(lanes);
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const within = (share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  return { perSecond: times.length / seconds, p50: within(0.5), p99: within(0.99), statuses };
}

/** Sends one request and waits for the whole answer. @throws when the connection ends before. */
function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let got = '';
    const onData = (part: Buffer) => {
      got += part.toString('latin1');
      const status = statusOfWhole(got);
      if (status === null) return;
      socket.off('data', onData).off('close', onClose);
      resolve(status);
    };
    const onClose = () => reject(new Error(`The server closed the connection after: ${got.slice(0, 200)}`));
    socket.on('data', onData).on('close', onClose);
    socket.write(request);
  });
}

function statusOfWhole(answer: string): number | null {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1] ?? '0';
  if (answer.length < head + 4 + Number(length)) return null;
  return Number(answer.slice(9, 12));
}

/** Head and body of a request with JSON; `headers` are the caller's own. */
export function requestOf(
  method: 'GET' | 'POST',
  target: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Buffer {
  const own = Object.entries({
    host: 'localhost',
    ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  });
  const head = own.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${head}\r\n${body}`);
}
