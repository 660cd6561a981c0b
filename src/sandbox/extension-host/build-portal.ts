/** Builds the portal's pages and the cards' worker with Vite; it takes about a second, so it can run at every start. */
import path from 'node:path';
import { build } from 'vite';

/** Where the built files are served; `index.html` names them by this path. */
export const portalBase = '/_portal/';

const source = path.resolve(import.meta.dirname, '..', 'portal');

/** Empties `outDir` and writes `index.html` and `assets/` into it. */
export async function buildPortal(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: source,
    base: portalBase,
    logLevel: 'warn',
    // Said outright, because both follow NODE_ENV otherwise, and a test runner sets that to `test`.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    // A HubSpot bundle is a classic script: only a classic worker can import it.
    worker: { format: 'iife' },
    build: { outDir: path.resolve(outDir), emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
}
