/**
 * Lays out what HubSpot receives when the project is uploaded, and checks with `npm run check:archive` that every
 * entrypoint builds from it alone. A build inside the repository proves nothing about that: there Node finds the root's
 * node_modules. This check installs from the package registry, so it is not part of the test suite.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildExtensions, extensionsIn } from '../src/sandbox/extension-host/build-extensions.ts';

const root = path.resolve(import.meta.dirname, '..');

/** HubSpot's CLI leaves out dotfiles and node_modules; everything else below the source directory travels. */
export function travels(file: string): boolean {
  return !file
    .split(path.sep)
    .some((part) => part === 'node_modules' || (part.startsWith('.') && part.length > 1));
}

/** Copies hsproject.json and the source directory to `target` as the archive would hold them; returns the source directory. */
export function layOutArchive(target: string): string {
  const source = path.join(root, 'extensions');
  cpSync(path.join(root, 'hsproject.json'), path.join(target, 'hsproject.json'));
  cpSync(source, path.join(target, 'extensions'), {
    recursive: true,
    filter: (file) => travels(path.relative(source, file)),
  });
  return path.join(target, 'extensions');
}

/** HubSpot's remote install, in the entrypoint's directory, exactly with its flags. */
function installLikeHubSpot(directory: string): void {
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-optional', '--no-fund'];
  execFileSync('npm', flags, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function checkArchive(): Promise<void> {
  const workDir = mkdtempSync(path.join(tmpdir(), 'rapport-archive-'));
  try {
    const local = await buildExtensions(path.join(workDir, 'local'));
    const source = layOutArchive(path.join(workDir, 'archive'));
    for (const directory of new Set(extensionsIn(source).map((it) => path.dirname(it.entrypoint)))) {
      installLikeHubSpot(path.join(source, directory));
    }
    const alone = await buildExtensions(path.join(workDir, 'alone'), source);
    for (const [index, { uid, bundle }] of alone.entries()) {
      const bytes = readFileSync(bundle);
      const same = bytes.equals(readFileSync(local[index]?.bundle ?? ''));
      if (!same) throw new Error(`${uid} built from the archive differs from the build in the repository`);
      console.log(`${uid}: ${bytes.byteLength} bytes from the archive alone, the same as in the repository`);
    }
  } finally {
    rmSync(workDir, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) await checkArchive();
