/**
 * HubSpot builds extensions/ alone, so it needs a lock file of its own there. It is cut out of the root's lock file, which
 * stays the one place where versions are decided: `npm run generate` writes it, a test compares. No network.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).optional();
const entrySchema = z.looseObject({
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  dependencies: names,
  peerDependencies: names,
  peerDependenciesMeta: z.record(z.string(), z.looseObject({ optional: z.boolean().optional() })).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), entrySchema) });
const workspaceSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  workspaces: z.array(z.string()),
});

type Entry = z.infer<typeof entrySchema>;
type Packages = Readonly<Record<string, Entry>>;

const root = path.resolve(import.meta.dirname, '..');
const app = 'extensions/app';

/** Where HubSpot's builder looks for it. */
export const extensionsLockFile = path.join(root, app, 'package-lock.json');

/** The text of that lock file: our workspaces, what they need, and nothing else. */
export function extensionsLock(): string {
  const { name, version, workspaces } = workspaceSchema.parse(readJson(path.join(root, app, 'package.json')));
  const { packages } = lockSchema.parse(readJson(path.join(root, 'package-lock.json')));
  const head = { name, version, workspaces };
  const cut: Record<string, unknown> = { '': head };
  const places = [...reachable(packages, workspaces)].sort((a, b) =>
    localPath(a).localeCompare(localPath(b), 'en'),
  );
  for (const place of places) cut[localPath(place)] = localEntry(packages[place] ?? {});
  const lock = { name, version, lockfileVersion: 3, requires: true, packages: cut };
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** A Set is walked in insertion order while it grows, so each package is looked at once and cycles end. */
function reachable(packages: Packages, workspaces: readonly string[]): ReadonlySet<string> {
  const members = workspaces.map((directory) => `${app}/${directory}`);
  const links = Object.keys(packages).filter((place) => members.includes(packages[place]?.resolved ?? ''));
  const places = new Set([...members, ...links]);
  for (const place of places) {
    for (const needed of needs(packages[place] ?? {})) places.add(resolve(packages, place, needed));
  }
  return places;
}

function needs({ dependencies, peerDependencies, peerDependenciesMeta }: Entry): string[] {
  const peers = Object.keys(peerDependencies ?? {});
  return [
    ...Object.keys(dependencies ?? {}),
    ...peers.filter((name) => peerDependenciesMeta?.[name]?.optional !== true),
  ];
}

/** Node's own search: the nearest node_modules on the way up. */
function resolve(packages: Packages, from: string, name: string): string {
  for (let at = from; ; at = at.includes('/') ? path.posix.dirname(at) : '') {
    const candidate = path.posix.join(at, 'node_modules', name);
    if (packages[candidate] !== undefined) return candidate;
    if (at === '') throw new Error(`${name}, needed by ${from}, is not in package-lock.json`);
  }
}

/** Which of a repository's dev dependencies a package is says nothing in the archive, where nothing else exists. */
function localEntry({ dev: _dev, devOptional: _devOptional, ...entry }: Entry): Entry {
  return entry.link === true ? { ...entry, resolved: localPath(entry.resolved ?? '') } : entry;
}

function localPath(place: string): string {
  return place.startsWith(`${app}/`) ? place.slice(app.length + 1) : place;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

if (process.argv[1] === import.meta.filename) writeFileSync(extensionsLockFile, extensionsLock());
