/** Makes docs/data-and-permissions.md of app.json; a test compares. What an admin is promised is what is declared. */
import path from 'node:path';
import { loadManifest, type Manifest } from '../src/manifest.ts';

export const referenceFile = path.resolve(import.meta.dirname, '..', 'docs', 'data-and-permissions.md');

export function referencePage(manifest: Manifest = loadManifest()): string {
  const sections = [
    '# What does Rapport read, and what does it write?',
    'This page is generated from `app.json` by `npm run generate`.',
    ...permissions(manifest),
    ...listening(manifest),
    ...properties(manifest),
    ...events(manifest),
    ...actions(manifest),
  ];
  return `${sections.join('\n\n')}\n`;
}

function permissions({ scopes }: Manifest): string[] {
  return [
    '## Permissions',
    'Required permissions come with the install. Optional ones can be refused: Rapport then does without, and says so.',
    table(
      ['permission', '', 'why', 'without it'],
      [
        ...scopes.required.map((it) => [code(it.name), 'required', it.reason, it.lost]),
        ...scopes.optional.map((it) => [code(it.name), 'optional', it.reason, it.lost]),
      ],
    ),
  ];
}

function listening({ webhooks }: Manifest): string[] {
  return [
    '## Listened to',
    'HubSpot tells Rapport *that* one of these records changed; Rapport then reads it. Texts of messages are never stored.',
    table(
      ['record', 'needs', 'changes of'],
      webhooks.objects.map((it) => [
        it.type.replaceAll('_', ' '),
        code(it.scope),
        it.properties.map(code).join(' '),
      ]),
    ),
    'A privacy deletion of a contact erases everything about it.',
  ];
}

function properties(manifest: Manifest): string[] {
  const enumerations = manifest.properties.filter((it) => it.type === 'enumeration');
  return [
    `## Contact properties (group *${manifest.propertyGroup.label}*)`,
    'Where a portal has room for few properties only, the core comes first; the cards show the rest all the same. A *shared* property is yours to write, too, by hand or by form; the others are overwritten.',
    table(
      ['property', 'label', 'type', 'meaning'],
      manifest.properties.map((it) => {
        const kind = [it.type, it.core ? 'core' : '', it.author === 'shared' ? 'shared' : ''];
        return [code(it.name), it.label, kind.filter(Boolean).join(', '), it.description];
      }),
    ),
    '## Values',
    table(
      ['property', 'values'],
      enumerations.map((it) => [
        code(it.name),
        (it.options ?? []).map((option) => code(option.value)).join(' '),
      ]),
    ),
  ];
}

function events({ appEvents }: Manifest): string[] {
  return [
    '## Events on the timeline',
    'Off until an admin turns them on, because HubSpot lets nobody edit or delete an event once it is there.',
    table(
      ['event', 'says'],
      appEvents.map((it) => [it.label, it.properties.map((property) => property.label).join(', ')]),
    ),
  ];
}

function actions({ workflowActions }: Manifest): string[] {
  return [
    '## Workflow actions',
    'HubSpot sends Rapport the contact and what the builder of the workflow chose; Rapport answers with the outputs. What was asked and answered is kept for twelve months, or until the contact is erased.',
    table(
      ['action', 'takes', 'gives'],
      workflowActions.map(({ labels: { en }, inputs, outputs }) => [
        en.name,
        inputs.map((it) => `${en.inputs[it.name]?.label}${it.required ? '' : ' (optional)'}`).join(', '),
        outputs.map((it) => en.outputs[it.name] ?? it.name).join(', '),
      ]),
    ),
  ];
}

function code(name: string): string {
  return `\`${name}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
