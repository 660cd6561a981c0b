/** Thresholds and noise rules by group, each with its standard; everything else as one text. */
import { Accordion, Flex, NumberInput, Select, TextArea, Toggle } from '@hubspot/ui-extensions';
import type { FieldView } from '@rapport/shared/contract-settings.ts';
import { type GroupName, shownFields } from '@rapport/shared/settings-texts.ts';
import type { PartProps } from './Settings.tsx';

export function RulesTab(props: PartProps) {
  const { settings, texts, changes } = props;
  // Entries of a record of group names are keyed by them.
  const groups = Object.entries(shownFields) as [GroupName, readonly string[]][];
  return (
    <Flex direction="column" gap="sm">
      {groups.map(([group, paths], at) => (
        <Accordion key={group} title={texts.groups[group]} defaultOpen={at === 0} size="small">
          <Flex direction="column" gap="md">
            {paths.map((path) => (
              <Field key={path} path={path} {...props} />
            ))}
          </Flex>
        </Accordion>
      ))}
      <Accordion title={texts.everything.title} size="small">
        <TextArea
          label={texts.everything.title}
          description={texts.everything.help}
          name="everything"
          rows={16}
          readOnly={!settings.mayChange}
          value={changes.draft.everything ?? settings.everything}
          onChange={(everything) => changes.set({ everything })}
        />
      </Accordion>
    </Flex>
  );
}

function Field({ path, settings, viewer, texts, changes }: PartProps & { path: string }) {
  const field = settings.fields.find((it) => it.path === path);
  if (field === undefined) return null;
  const label = texts.fields[path] ?? path;
  const value = changes.draft.fields?.[path] ?? field.value;
  const problem = changes.problems.find((it) => it.path === path);
  const say = (number: number) => new Intl.NumberFormat(viewer.locale).format(number);
  const wrong = problem === undefined ? {} : { error: true, validationMessage: problem.sentence };
  const common = { label, name: path, readOnly: !settings.mayChange, ...wrong };
  switch (field.kind) {
    case 'flag':
      return (
        <Flex direction="column" gap="flush">
          <Toggle
            {...{ label, name: path, readonly: !settings.mayChange }}
            checked={value === true}
            size="sm"
            onChange={(checked) => changes.setField(path, checked)}
          />
        </Flex>
      );
    case 'choice':
      return (
        <Select
          {...common}
          value={String(value)}
          options={field.options.map((option) => ({ value: option, label: option }))}
          onChange={(chosen) => changes.setField(path, String(chosen))}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          description={hint(field, texts, say)}
          min={field.min}
          max={field.max}
          precision={4}
          value={Number(value)}
          onChange={(number) => {
            if (typeof number === 'number' && Number.isFinite(number)) changes.setField(path, number);
          }}
        />
      );
  }
}

function hint(
  { min, max, standard }: Extract<FieldView, { kind: 'number' }>,
  texts: PartProps['texts'],
  say: (number: number) => string,
): string {
  return `${texts.range(say(min), say(max))}. ${texts.standard(say(Number(standard)))}`;
}
