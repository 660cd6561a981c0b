/** Builds all that a browser loads of the portal: its own pages, and every card and page of the app. */
import path from 'node:path';
import type { CardBundle } from '../pages.ts';
import { buildExtensions } from './build-extensions.ts';
import { buildPortal } from './build-portal.ts';

export type BuiltPages = { readonly pages: string; readonly bundles: readonly CardBundle[] };

export async function buildPages(folder: string): Promise<BuiltPages> {
  const pages = path.join(folder, 'pages');
  await buildPortal(pages);
  return { pages, bundles: await buildExtensions(path.join(folder, 'cards')) };
}
