import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import type { CardBundle } from '../../src/sandbox/pages.ts';

/** Builds the gallery card with HubSpot's own builder, like any card. */
export async function buildGallery(outDir: string): Promise<CardBundle> {
  const root = path.join(import.meta.dirname, 'gallery');
  await remoteBuild({ root, entryPoint: 'Gallery.tsx', outputDir: outDir, logLevel: 'warn' });
  return {
    uid: 'gallery',
    name: 'Components',
    location: 'crm.record.tab',
    objectTypes: [],
    bundle: path.join(outDir, 'Gallery.js'),
  };
}
