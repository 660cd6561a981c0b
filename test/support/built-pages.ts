/** All that a browser loads, the gallery of components among it: built once in a run, for every file. */
import path from 'node:path';
import { type BuiltPages, buildPages } from '../../src/sandbox/extension-host/build-pages.ts';
import { buildGallery } from './build-gallery.ts';
import { onceInRun } from './once-in-run.ts';

export function builtPages(): Promise<BuiltPages> {
  return onceInRun('portal', async (folder) => {
    const { pages, bundles } = await buildPages(folder);
    return { pages, bundles: [...bundles, await buildGallery(path.join(folder, 'gallery'))] };
  });
}
