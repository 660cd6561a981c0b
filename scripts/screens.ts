/** Takes a picture of every state of every surface and writes docs/screens with an index: `npm run screens [name] [folder]`. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Screen } from './screen.ts';
import { screens } from './screens-list.ts';
import { withStudio } from './take-picture.ts';

const docsDir = path.resolve(import.meta.dirname, '..', 'docs', 'screens');

/** Only screens whose file name contains `wanted`; the index is written when all were taken. */
export async function takeScreens(wanted = '', outDir = docsDir): Promise<void> {
  const all = screens();
  await mkdir(outDir, { recursive: true });
  await withStudio(async ({ take }) => {
    for (const screen of all.filter(({ file }) => file.includes(wanted))) {
      await take(screen, path.join(outDir, screen.file));
      console.log(screen.file);
    }
  });
  if (wanted === '') await writeIndex(all, outDir);
}

async function writeIndex(all: readonly Screen[], outDir: string): Promise<void> {
  const files = new Set(all.map(({ file }) => file));
  const stale = (await readdir(outDir)).filter((name) => name.endsWith('.png') && !files.has(name));
  await Promise.all(stale.map((name) => rm(path.join(outDir, name))));
  await writeFile(path.join(outDir, 'README.md'), indexOf(all));
}

export function indexOf(all: readonly Screen[]): string {
  const groups = [...new Set(all.map(({ group }) => group))];
  const parts = groups.map((group) => {
    const rows = all
      .filter((screen) => screen.group === group)
      .map(({ file, title }) => `### ${title}\n\n![${title}](${file})\n`);
    return `## ${group}\n\n${rows.join('\n')}`;
  });
  return `# Screens\n\nEvery state of every surface, taken by \`npm run screens\`: on fixed answers, and of the story's people in the running\nsandbox.\n\n${parts.join('\n')}`;
}

if (process.argv[1] === import.meta.filename) {
  takeScreens(process.argv[2], process.argv[3]).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
