/** Listens, and on closing lets the requests under way finish before it hangs up. */
import { createServer, type RequestListener, type Server } from 'node:http';

export type Listening = { readonly url: string; close(): Promise<void> };

/** Slower senders than this are not HubSpot. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;
/** How long requests under way may take to finish. */
const lingerMs = 5_000;

/** Rejects with the system's error when the port is taken. */
export async function listen(
  app: RequestListener,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer({ headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : at.port;
  const host = at.host.includes(':') ? `[${at.host}]` : at.host;
  return { url: `http://${host}:${port}`, close: () => close(server) };
}

/** Rejects with the system's error when the port is taken now. */
export async function probe(at: { readonly host: string; readonly port: number }): Promise<void> {
  if (at.port === 0) return;
  const listening = await listen(() => undefined, at);
  await listening.close();
}

function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), lingerMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
