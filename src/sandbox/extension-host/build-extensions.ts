/**
 * Builds every card, settings page and app page with HubSpot's own builder. Which there are is read from the
 * *-hsmeta.json files, as HubSpot does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import { z } from 'zod';

const sourceDir = path.resolve(import.meta.dirname, '..', '..', '..', 'extensions');

/** What is no card has one place of its own. */
const placeOf: Readonly<Record<string, string>> = { settings: 'settings', page: 'pages' };

const metaSchema = z.looseObject({
  uid: z.string(),
  type: z.string(),
  config: z.looseObject({
    entrypoint: z.string().optional(),
    name: z.string().optional(),
    location: z.string().optional(),
    objectTypes: z.array(z.string()).optional(),
  }),
});

export type Extension = {
  readonly uid: string;
  readonly type: string;
  /** The card's title; a settings page has none. */
  readonly name: string | null;
  /** `crm.record.tab`, `crm.record.sidebar`, `settings`, `pages`, ...; null for what has no place. */
  readonly location: string | null;
  readonly objectTypes: readonly string[];
  /** From the source directory, for example `app/cards/StageCard.tsx`. */
  readonly entrypoint: string;
};

export type BuiltExtension = Extension & {
  /** Absolute path of the bundle: an IIFE that reads React and RemoteUI from globals. */
  readonly bundle: string;
};

/** What the *-hsmeta.json files below `source` declare with an entrypoint, sorted by uid. */
export function extensionsIn(source: string = sourceDir): readonly Extension[] {
  const files = readdirSync(path.join(source, 'app'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('-hsmeta.json') && !file.includes('node_modules'))
    .flatMap((file) => {
      const meta = metaSchema.parse(JSON.parse(readFileSync(path.join(source, 'app', file), 'utf8')));
      const { entrypoint, name, location, objectTypes } = meta.config;
      if (entrypoint === undefined) return [];
      return [
        {
          uid: meta.uid,
          type: meta.type,
          name: name ?? null,
          location: location ?? placeOf[meta.type] ?? null,
          objectTypes: objectTypes ?? [],
          entrypoint: entrypoint.replace(/^\//, ''),
        },
      ];
    })
    .sort((a, b) => a.uid.localeCompare(b.uid, 'en'));
}

/** Builds them all into `outDir/<uid>/<Entrypoint>.js`; `source` may be an unpacked upload archive. */
export async function buildExtensions(
  outDir: string,
  source: string = sourceDir,
): Promise<readonly BuiltExtension[]> {
  const built: BuiltExtension[] = [];
  for (const extension of extensionsIn(source)) {
    const { dir, base, name } = path.parse(path.join(source, extension.entrypoint));
    const outputDir = path.resolve(outDir, extension.uid);
    await remoteBuild({ root: dir, entryPoint: base, outputDir, logLevel: 'warn' });
    built.push({ ...extension, bundle: path.join(outputDir, `${name}.js`) });
  }
  return built;
}
