import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { breachesIn, type Rule } from './architecture/rules.ts';

const root = path.resolve(import.meta.dirname, '..');

function sourceFiles(): string[] {
  const folders = ['src', 'extensions', 'scripts', 'bench', 'test'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((it) =>
      path.join(folder, it),
    ),
  );
  return [...folders, 'vitest.config.ts']
    .map((it) => it.replaceAll(path.sep, '/'))
    .filter((it) => /\.tsx?$/.test(it) && !/(^|\/)(node_modules|dist)\//.test(it));
}

// Every file of the project is parsed: on a busy machine that takes its time.
const parsingMs = 120_000;

test('every file keeps to the architecture', { timeout: parsingMs }, () => {
  const files = sourceFiles();
  expect(files).toContain('src/manifest.ts');
  expect(files).toContain('extensions/app/cards/StageCard.tsx');
  const breaches = files.flatMap((file) =>
    breachesIn({ path: file, text: readFileSync(path.join(root, file), 'utf8') }),
  );
  expect(breaches.map(({ rule, at, what }) => `${at} ${rule}: ${what}`)).toEqual([]);
});

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `  let v${index} = 0;`).join('\n');

const flagged: readonly (readonly [Rule, string, string])[] = [
  ['layers', 'src/relationship/assess.ts', "import { z } from 'zod';"],
  ['layers', 'src/relationship/assess.ts', "import { readFileSync } from 'node:fs';"],
  ['layers', 'src/relationship/stage/table.ts', "import { ports } from '../../usecases/ports.ts';"],
  ['layers', 'src/relationship/card.ts', "import { stageNames } from '@rapport/shared/contract.ts';"],
  ['layers', 'src/relationship/card.ts', "import type { Texts } from '@rapport/shared/texts.ts';"],
  [
    'layers',
    'src/http/card-routes.ts',
    "import { reasonLength } from '@rapport/shared/contract-corrections.ts';",
  ],
  ['layers', 'src/usecases/install.ts', "import { createCrm } from '../hubspot/crm.ts';"],
  ['layers', 'src/usecases/install.ts', "import { pino } from 'pino';"],
  ['layers', 'src/usecases/install.ts', "export { openDatabase } from '../db/open-database.ts';"],
  ['layers', 'src/http/webhooks.ts', "import { openDatabase } from '../db/open-database.ts';"],
  ['layers', 'src/http/webhooks.ts', "const jobs = await import('../jobs/jobs.ts');"],
  ['layers', 'src/hubspot/crm.ts', "import { createHttp } from '../http/http.ts';"],
  ['layers', 'src/db/timeline.ts', "import type { Crm } from '../hubspot/crm.ts';"],
  ['layers', 'src/jobs/jobs.ts', "import { config } from '../config.ts';"],
  ['layers', 'src/service.ts', "import { createSandbox } from './sandbox/sandbox.ts';"],
  ['layers', 'src/sandbox/sandbox.ts', "import { stages } from '../relationship/stage/stages.ts';"],
  ['layers', 'src/sandbox/sandbox.ts', "import { loadManifest } from '../manifest.ts';"],
  ['layers', 'src/sandbox/pages.ts', "import type { ContactCard } from '@rapport/shared/contract.ts';"],
  ['layers', 'src/manifest.ts', "import { stages } from './relationship/stage/stages.ts';"],
  ['layers', 'src/world/start-world.ts', "import { openDatabase } from '../db/open-database.ts';"],
  ['layers', 'src/service.ts', "import { startWorld } from './world/start-world.ts';"],
  ['layers', 'src/service.ts', "import { travels } from '../scripts/upload-archive.ts';"],
  [
    'layers',
    'src/usecases/read-card.ts',
    "import type { A } from '../../extensions/app/packages/shared/contract.ts';",
  ],
  ['layers', 'src/service.ts', "import { fakes } from '../test/support/fakes.ts';"],
  [
    'layers',
    'extensions/app/cards/StageCard.tsx',
    "import { stages } from '../../../src/relationship/stage/stages.ts';",
  ],
  ['layers', 'extensions/app/cards/StageCard.tsx', "import { pick } from 'lodash';"],
  ['layers', 'extensions/app/cards/StageCard.tsx', "import { textsFor } from '../packages/shared/texts.ts';"],
  ['env', 'src/service.ts', 'const port = process.env.PORT;'],
  ['env', 'src/db/open-database.ts', 'const { DATABASE_URL } = process.env;'],
  ['clock', 'src/relationship/assess.ts', 'const now = Date.now();'],
  ['clock', 'src/relationship/assess.ts', 'const now = new Date();'],
  ['clock', 'src/relationship/assess.ts', 'const now = new Date;'],
  ['clock', 'src/usecases/sweep.ts', 'const dice = Math.random();'],
  ['clock', 'src/usecases/sweep.ts', 'const id = crypto.randomUUID();'],
  ['clock', 'src/usecases/sweep.ts', 'setTimeout(() => undefined, 10);'],
  ['sql', 'src/jobs/jobs.ts', "import { Kysely } from 'kysely';"],
  ['sql', 'src/http/cards.ts', 'const rows = await sql`select 1`.execute(db);'],
  ['sql', 'src/hubspot/crm.ts', "import pg from 'pg';"],
  ['hubspot-path', 'src/usecases/install.ts', "const path = '/crm/objects/2026-09/contacts';"],
  ['hubspot-path', 'src/http/oauth.ts', 'const path = `https://api.hubapi.com/oauth/2026-09/token`;'],
  ['hubspot-path', 'src/cli/doctor.ts', 'const path = `/crm/properties/contacts`;'],
  ['file-length', 'src/usecases/install.ts', '// a line\n'.repeat(301)],
  ['function-length', 'src/usecases/install.ts', `function install() {\n${lines(49)}\n}`],
  ['function-length', 'src/usecases/install.ts', `const install = () => {\n${lines(49)}\n};`],
  ['function-length', 'src/sandbox/portal/Page.tsx', `function Page() {\n${lines(79)}\n}`],
  ['file-name', 'src/usecases/utils.ts', ''],
  ['file-name', 'src/usecases/index.ts', ''],
  ['file-name', 'src/usecases/readCard.ts', ''],
  ['file-name', 'extensions/app/packages/shared/Contract.ts', ''],
  ['default-export', 'src/usecases/install.ts', 'export default function install() {}'],
  ['default-export', 'src/usecases/install.ts', 'const install = 1;\nexport default install;'],
  ['any', 'src/http/cards.ts', 'function read(body: any) {}'],
  ['any', 'test/http/cards.test.ts', 'const body = parsed as any;'],
  ['non-null', 'src/http/cards.ts', 'const first = rows[0]!;'],
  ['cast', 'src/http/cards.ts', 'const id = body as string;'],
  ['cast', 'extensions/app/cards/StageCard.tsx', 'const id = body as string;'],
  ['test-title', 'test/http/cards.test.ts', "test('should answer', () => {});"],
];

/** A snippet as it stands in a title. */
const brief = (text: string) => JSON.stringify(text.slice(0, 90));

test.each(flagged.map(([rule, file, text]) => ({ rule, file, text, snippet: brief(text) })))(
  '$rule is checked: in $file, $snippet is a breach',
  ({ rule, file, text }) => {
    expect(breachesIn({ path: file, text }).map((it) => it.rule)).toContain(rule);
  },
);

const allowed: readonly (readonly [string, string])[] = [
  ['src/relationship/card.ts', "import type { ContactCard } from '@rapport/shared/contract.ts';"],
  ['src/http/card-routes.ts', "import type { Correction } from '@rapport/shared/contract-corrections.ts';"],
  [
    'src/relationship/assess.ts',
    "import { decide } from './stage/table.ts';\nconst at = new Date(signal.at);",
  ],
  ['src/relationship/assess.ts', '// Date.now() is not for the model, and any clock is handed in.'],
  ['src/usecases/install.ts', "import { stages } from '../relationship/stage/stages.ts';"],
  ['src/hubspot/crm.ts', "import { z } from 'zod';\nconst path = `/crm/objects/contacts`;"],
  ['src/hubspot/provision.ts', "import type { Manifest } from '../manifest.ts';"],
  ['src/db/turns.ts', "import { sql } from 'kysely';\nconst rows = sql`select 1`;"],
  ['src/cli/sandbox.ts', "import { createSandbox } from '../sandbox/sandbox.ts';"],
  ['src/cli/sandbox.ts', "import { startWorld } from '../world/start-world.ts';"],
  ['src/world/start-world.ts', "import { createSandbox } from '../sandbox/sandbox.ts';"],
  ['src/jobs/create-jobs.ts', "import type { PGlite } from '@electric-sql/pglite';"],
  ['src/sandbox/portal/Page.tsx', `function Page() {\n${lines(78)}\n}`],
  ['src/http/cards.ts', '// The schema above has checked it.\nconst id = read(\n  body as string,\n);'],
  ['src/cli/serve.ts', "import { startService } from '../service.ts';"],
  ['src/config.ts', 'const port = process.env.PORT;'],
  ['src/sandbox/clock/clock.ts', 'const now = Date.now();'],
  ['src/http/oauth.ts', "app.get('/oauth/callback', callback);"],
  ['src/http/cards.ts', "const kinds = ['a', 'b'] as const;"],
  ['src/http/cards.ts', 'const id = body as string; // the schema above has checked it'],
  ['src/http/cards.ts', '// The schema above has checked it.\nconst id = body as string;'],
  ['extensions/app/packages/shared/CardFrame.tsx', "import { textsFor } from './texts.ts';"],
  ['extensions/app/cards/StageCard.tsx', "import { textsFor } from '@rapport/shared/texts.ts';"],
  ['vitest.config.ts', 'export default {};'],
  ['src/sandbox/portal/assets.d.ts', "declare module '*.css' { const url: string; export default url; }"],
  ['src/usecases/install.ts', `function install() {\n${lines(48)}\n}`],
];

test.each(allowed.map(([file, text]) => ({ file, text, snippet: brief(text) })))(
  'in $file, $snippet is no breach',
  ({ file, text }) => {
    expect(breachesIn({ path: file, text })).toEqual([]);
  },
);

test('a long function is measured without the functions named inside it', () => {
  const text = `function outer() {\n  function inner() {\n${lines(40)}\n  }\n${lines(40)}\n}`;
  expect(breachesIn({ path: 'src/usecases/install.ts', text })).toEqual([]);
});
