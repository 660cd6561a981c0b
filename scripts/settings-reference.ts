/** Makes docs/settings.md of the settings themselves; a test compares. */
import path from 'node:path';
import { settingGroups } from '../src/relationship/settings/read-settings.ts';
import type { SettingField, SettingRange } from '../src/relationship/settings/setting-field.ts';
import { defaultSettings } from '../src/relationship/settings.ts';

export const settingsFile = path.resolve(import.meta.dirname, '..', 'docs', 'settings.md');

export function settingsPage(): string {
  const sections = Object.entries(settingGroups).map(([group, fields]) => sectionOf(group, fields));
  return `# What can be set, and to what?

Every setting of the models, as the settings page and its text of everything take it. This page is generated from the code by
\`npm run generate\`. **[V]** a source says it, **[R]** recalled from the textbook, **[D]** our convention, to be back-tested.

${sections.join('\n\n')}
`;
}

/** A setting of the stage engine stands in no group. */
function sectionOf(group: string, fields: Readonly<Record<string, SettingField<unknown>>>): string {
  const from: object = group === 'stage' ? defaultSettings : Reflect.get(defaultSettings, group);
  const prefix = group === 'stage' ? '' : `${group}.`;
  const rows = Object.entries(fields).map(([name, { mark, description, range }]) =>
    [`\`${prefix}${name}\``, description, shown(Reflect.get(from, name)), takes(range), mark]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  return [
    `## ${group}`,
    '',
    '| setting | means | default | takes | |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** A value of several parts is best seen where it is changed. */
function shown(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return `\`${Math.round(value * 1000) / 1000}\``;
  return typeof value === 'object' ? 'a table or list' : `\`${String(value)}\``;
}

function takes(range: SettingRange): string {
  switch (range.kind) {
    case 'number':
      return `${range.min} to ${range.max}, ${range.unit}`;
    case 'choice':
      return range.options.join(', ');
    case 'flag':
      return 'true, false';
    case 'structure':
      return range.what;
  }
}
