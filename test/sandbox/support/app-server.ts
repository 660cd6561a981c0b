/** A stand-in of the app: takes what the portal sends, remembers it, and answers as the test says. */
import { createServer } from 'node:http';

export type Received = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: unknown;
};

export type AppServer = AsyncDisposable & {
  readonly url: string;
  readonly received: readonly Received[];
};

export type AppAnswer = { readonly status: number; readonly body?: unknown };

/** @param answer asked for each request, with its number from 0. */
export async function openAppServer(
  answer: (number: number, received: Received) => AppAnswer,
): Promise<AppServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const one: Received = { url: request.url ?? '', headers, text, json: JSON.parse(text) };
      received.push(one);
      const { status, body } = answer(received.length - 1, one);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
