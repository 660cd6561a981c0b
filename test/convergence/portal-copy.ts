/** The same portal once more, as if our app had never computed anything in it: its records, links, history and clock. */
import type { Sandbox, SandboxParts } from '../../src/sandbox/sandbox.ts';
import { restoreLine, stateLines } from '../../src/sandbox/state-lines.ts';

/** What a person sets and we only read; all other properties of ours are computed. */
const givenByPeople: readonly string[] = [
  'rapport_objection',
  'rapport_desired_relationship',
  'rapport_desired_relationship_source',
];

export function isComputed(property: string): boolean {
  return property.startsWith('rapport_') && !givenByPeople.includes(property);
}

export function copyPortal(original: Sandbox, copy: SandboxParts): void {
  for (const line of stateLines(original)) {
    if (line.kind === 'installation' || line.kind === 'event') continue;
    if (line.kind !== 'record') {
      restoreLine(copy, line);
      continue;
    }
    const { history = {} } = line;
    // Objects of its own: the two portals must not share one.
    restoreLine(copy, { ...line, values: notComputed(line.values), history: notComputed(history) });
  }
}

function notComputed<T>(of: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(of).filter(([name]) => !isComputed(name)));
}
