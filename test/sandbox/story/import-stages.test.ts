import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../../src/cli/read-events.ts';
import { assess } from '../../../src/relationship/assess.ts';
import { noFacts } from '../../../src/relationship/facts.ts';
import { shippedModel } from '../../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import { importCsv } from '../../../src/sandbox/story/import-csv.ts';
import { assessAll, readStory } from './assess-story.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'story-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const day0 = Date.UTC(2024, 0, 1);

/**
 * Kinds that a portal can hold without loss. Not among them: mails by both (a mail has one writer), calls by the customer (one
 * that connected is by both) and unknown kinds by us (a logged message is personal, a generic act is not).
 */
const act = fc.oneof(
  fc.constantFrom('email,customer', 'email,us', 'newsletter,us', 'call,both', 'call,us'),
  fc.constantFrom(
    'meeting,both',
    'ticket,customer',
    'complaint,customer',
    'order,customer',
    'whatsapp,customer',
  ),
  fc.constantFrom('star,customer', 'no_show,both', 'bounce,system', 'nps,customer'),
);

const row = fc.record({
  act,
  day: fc.nat(700),
  second: fc.nat(80_000),
  amount: fc.integer({ min: 1, max: 10 }),
});

/** Runs of one act, because a stage is made of repetition and single rows seldom are. */
const run = fc
  .record({ act, day: fc.nat(500), step: fc.constantFrom(1, 7, 30), times: fc.integer({ min: 2, max: 14 }) })
  .map(({ act: repeated, day, step, times }) =>
    Array.from({ length: times }, (_, index) => ({
      act: repeated,
      day: day + index * step,
      second: 3600,
      amount: 9,
    })),
  );

test('a history has the same stage by way of the portal as by way of the score', {
  timeout: 60_000,
}, async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(run, { maxLength: 4 }),
      fc.array(row, { minLength: 1, size: 'max', maxLength: 8 }),
      fc.nat(120),
      async (runs, rows, later) => {
        const lines = [...runs.flat(), ...rows].map(({ act: told, day, second, amount }) => {
          const [kind, by] = told.split(',');
          return `a,${new Date(day0 + day * 86_400_000 + second * 1000).toISOString()},${kind},${by},${amount}`;
        });
        const text = `contact,at,kind,by,amount\n${[...new Set(lines)].join('\n')}\n`;
        const file = path.join(folder, 'events.csv');
        writeFileSync(file, text);
        const story = importCsv(file);
        const now = story.lastAt + 1 + later * 86_400_000;
        const [viaPortal] = assessAll(await readStory([...story.records()]), now).values();
        const viaScore = assess(
          eventsOf(text, file).get('a') ?? [],
          noFacts,
          shippedModel(),
          defaultSettings,
          now,
        );
        seen.set(viaScore.stage, (seen.get(viaScore.stage) ?? 0) + 1);
        const told = ({ stage, epoch, ending, validUntil, vitality, awaiting }: typeof viaScore) => ({
          stage,
          epoch,
          ending,
          validUntil,
          vitality,
          awaiting,
        });
        expect(viaPortal && told(viaPortal)).toEqual(told(viaScore));
      },
    ),
    { numRuns: 300 },
  );
  // Agreement over one stage alone would say little.
  expect(seen.size).toBeGreaterThanOrEqual(7);
});
