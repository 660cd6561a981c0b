/** A part in the story: what a contact lives through, and the stage a reader expects to find them in now. */

import type { Life, Play } from './life.ts';
import type { Language } from './names.ts';

export type Intended =
  | 'not_enough_evidence'
  | 'initiating'
  | 'experimenting'
  | 'intensifying'
  | 'integrating'
  | 'bonding'
  | 'differentiating'
  | 'circumscribing'
  | 'stagnating'
  | 'avoiding'
  | 'terminating';

/** A hand-shaped person of the story. */
export type Character = {
  readonly first: string;
  readonly last: string;
  readonly jobTitle: string;
  readonly intends: Intended;
  /** What this person is there to show. */
  readonly shows: string;
  readonly play: Play;
  /** What a colleague writes down once the app is installed, since its properties exist only then. */
  readonly later: Readonly<Record<string, string>>;
};

export type Household = {
  readonly company: string;
  readonly language: Language;
  readonly people: readonly Character[];
  /** What they live through together, told after each one's own play. */
  readonly together?: (lives: readonly Life[]) => void;
};

/** `name`: the first name, then the rest. `shows`: what this person is there to show. */
export function person(
  name: string,
  jobTitle: string,
  intends: Intended,
  shows: string,
  play: Play,
  later: Readonly<Record<string, string>> = {},
): Character {
  const [first = name, ...rest] = name.split(' ');
  return { first, last: rest.join(' '), jobTitle, intends, shows, play, later };
}
