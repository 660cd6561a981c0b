import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stageNames } from '@rapport/shared/contract.ts';
import { textsFor } from '@rapport/shared/texts.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainCommand } from '../../src/cli/explain.ts';
import { explainWords } from '../../src/cli/explain-words.ts';
import { plot } from '../../src/cli/plot.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapport-explain-'));
  file = path.join(folder, 'events.csv');
  const orders = Array.from({ length: 8 }, (_, month) => `anna,2025-0${month + 1}-03,order,customer,40`);
  await writeFile(
    file,
    [
      'contact,at,kind,by,amount',
      ...orders,
      'anna,2025-08-20,message,customer,',
      'ben,2025-08-01,mail,us,',
      '',
    ].join('\n'),
  );
});

afterAll(() => rm(folder, { recursive: true }));

async function explain(...words: readonly string[]): Promise<string> {
  let printed = '';
  const command = explainCommand((text) => {
    printed += text;
  });
  await command.parseAsync(['--events', file, ...words], { from: 'user' });
  return printed;
}

test('a contact is explained by stage, reason, evidence, curve, horizon, what would move it, the next step and every other model', async () => {
  const text = await explain('--contact', 'anna', '--as-of', '2025-08-25');
  const order = [
    'BONDING',
    'Why',
    'Chance of hearing',
    'today',
    'next stage',
    'Holds until',
    'What would lift',
    'What would not',
    'Next step',
    'Guardrails  I4',
    'Milestones',
    'Matrix',
    'Level',
    'Building value',
    'They want',
  ];
  const found = order.map((part) => text.indexOf(part));
  expect(found.every((at) => at >= 0)).toBe(true);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
  expect(text).toContain('We owe an answer since 20 August 2025');
  expect(text).not.toMatch(/20 August 2025, 20 August 2025/);
});

test('the same in German', async () => {
  const text = await explain('--contact', 'anna', '--as-of', '2025-08-25', '--lang', 'de');
  expect(text).toContain('BINDUNG');
  expect(text).toContain('Was sie heben würde');
  expect(text).toContain('Leitplanken  I4');
  expect(text).toContain('Noch hat niemand gefragt.');
});

test('who was only written to has no curve and no horizon to draw', async () => {
  const text = await explain('--contact', 'ben', '--as-of', '2025-08-25');
  expect(text).toContain('INITIATING');
  expect(text).not.toContain('%│');
  expect(text).toContain('Silence alone does not change it.');
});

test('the assessment as JSON is the one that is worded', async () => {
  const found = JSON.parse(await explain('--contact', 'anna', '--as-of', '2025-08-25', '--json'));
  expect(found).toMatchObject({ contact: 'anna', stage: 'bonding', awaiting: 'us', epoch: 1 });
});

test('a contact that the file does not have by then is named', async () => {
  const asked = explain('--contact', 'carl', '--as-of', '2025-08-25');
  await expect(asked).rejects.toBeInstanceOf(UsageError);
  await expect(asked).rejects.toThrow('nothing of a contact "carl" up to 2025-08-25');
});

test('terminal and cards call the stages by the same words', () => {
  for (const language of ['en', 'de'] as const) {
    const { stages } = textsFor(language);
    for (const stage of stageNames) expect(explainWords[language].stages[stage]).toBe(stages[stage]);
  }
});

test('a plot is as high as asked, full at 1 and empty at 0, and its marks stand below their days', () => {
  const drawn = plot({ values: [1, 1, 0, 0], marks: [{ day: 2, label: '^ here' }], width: 40, height: 4 });
  expect(drawn).toHaveLength(6);
  expect(drawn.slice(0, 4).every((row) => row.slice(6).startsWith('█'.repeat(14)))).toBe(true);
  expect(drawn.slice(0, 4).every((row) => row.slice(6).length < 25)).toBe(true);
  expect(drawn[4]?.indexOf('┴')).toBe(drawn[5]?.indexOf('^'));
});
