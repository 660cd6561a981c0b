/** What a sandbox portal is filled with: the story of a small company, or the rows of a CSV. */
import { UsageError } from '../cli/usage-error.ts';
import type { SandboxParts } from '../sandbox/sandbox.ts';
import { editsAfterInstall, generateStory } from '../sandbox/story/generate.ts';
import { importCsv } from '../sandbox/story/import-csv.ts';
import { StoryError } from '../sandbox/story/story-error.ts';
import type { Choices } from '../usecases/choices.ts';
import { storyAnswers } from './story-answers.ts';

export type Filling = {
  /** One sentence for the terminal. */
  readonly words: string;
  /** Where the portal's clock begins, ms since epoch. */
  readonly startAt: number;
  fill(sandbox: SandboxParts): void;
  /** What its admin answered on the settings page; null where nobody did. */
  readonly answers: Choices | null;
  /** What a person in the portal changes once our properties exist. */
  afterInstall(portalUrl: string): Promise<void>;
};

const dayMs = 86_400_000;

/** @throws UsageError with one sentence that says what to do. */
export function fillingFrom(choices: {
  readonly contacts: number;
  readonly seed: number;
  readonly data?: string;
}): Filling {
  try {
    return choices.data === undefined ? story(choices.contacts, choices.seed) : csv(choices.data);
  } catch (error) {
    if (error instanceof StoryError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function story(contacts: number, seed: number): Filling {
  const options = { contacts, seed, now: Date.now() };
  return {
    words: `Telling the story of a small company with ${contacts} contacts.`,
    startAt: options.now,
    answers: storyAnswers,
    fill: (sandbox) => void sandbox.store.load(generateStory(options)),
    async afterInstall(portalUrl) {
      for (const { type, id, properties } of editsAfterInstall(options)) {
        const response = await fetch(`${portalUrl}/_sandbox/records/${type}/${id}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ properties }),
        });
        if (!response.ok) throw new Error(`The edit of ${type} ${id} was refused: HTTP ${response.status}`);
      }
    },
  };
}

function csv(file: string): Filling {
  const imported = importCsv(file);
  return {
    words: `${imported.contacts} contacts with ${imported.rows} activities from ${file}.`,
    // The first midnight after the last row: everything in the file has happened.
    startAt: (Math.floor(imported.lastAt / dayMs) + 1) * dayMs,
    fill: (sandbox) => void sandbox.store.load(imported.records()),
    answers: null,
    afterInstall: async () => undefined,
  };
}

/** A portal that was kept: it brings its records and its clock along. */
export function kept(stateFile: string): Filling {
  return {
    words: `Going on with the portal kept in ${stateFile}.`,
    // The file moves the clock forward to where it was, which may have been long ago.
    startAt: 0,
    fill: () => undefined,
    answers: null,
    afterInstall: async () => undefined,
  };
}
