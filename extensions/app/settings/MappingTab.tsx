/** What the portal's own pipelines and properties mean: recognised by their names, corrected here. */
import { Accordion, AutoGrid, Flex, hubspot, Select, Text } from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import { isMappingView, type MappedFieldView, type MappingView } from '@rapport/shared/contract-mapping.ts';
import { type MappingGroup, mappingGroups, mappingTexts } from '@rapport/shared/mapping-texts.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { useQuestion } from '@rapport/shared/use-question.ts';
import { useCallback } from 'react';
import { Families } from './Families.tsx';
import { Pipelines } from './Pipelines.tsx';
import type { PartProps } from './Settings.tsx';

/** Asks HubSpot, through our service, and so only once the part is opened. */
export function MappingTab(props: PartProps) {
  const { settings, viewer } = props;
  const { backend } = viewer;
  const put = useCallback(
    () =>
      ask({
        send: () => hubspot.fetch(`${backend}/settings/mapping`, { method: 'GET' }),
        reads: isMappingView,
        alsoReads: [],
      }),
    [backend],
  );
  const question = useQuestion(settings.mayChange ? put : nothing);
  const texts = mappingTexts(viewer.language);
  if (!settings.mayChange) return <Text>{texts.onlyAdmins}</Text>;
  return (
    <PageState question={question} what="mapping" viewer={viewer}>
      {(mapping) => <Mapping {...props} mapping={mapping} />}
    </PageState>
  );
}

/** Who may not change anything asks nothing. */
const nothing = async () => ({ failure: 'refused' }) as const;

function Mapping(props: PartProps & { mapping: MappingView }) {
  const { viewer, mapping, changes } = props;
  const texts = mappingTexts(viewer.language);
  const family = mapping.fields.find(({ field }) => field === 'productFamily');
  const namesFamilies = (changes.draft.mapping?.['productFamily'] ?? family?.value ?? null) !== null;
  // The keys of the record are the groups; Object.keys forgets that.
  const groups = Object.keys(mappingGroups) as MappingGroup[];
  return (
    <Flex direction="column" gap="md">
      <Text>{texts.intro}</Text>
      {namesFamilies && <Families {...props} />}
      <Pipelines {...props} isAnswered={!namesFamilies} />
      <SectionTitle>{texts.properties}</SectionTitle>
      {groups.map((group, at) => (
        <Accordion key={group} title={texts.groups[group]} defaultOpen={at === 0} size="small">
          <AutoGrid columnWidth={320} flexible={true} gap="md">
            {mappingGroups[group].flatMap((name) =>
              mapping.fields
                .filter(({ field }) => field === name)
                .map((field) => <PropertyChoice key={name} field={field} {...props} />),
            )}
          </AutoGrid>
        </Accordion>
      ))}
    </Flex>
  );
}

function PropertyChoice({ field, settings, viewer, changes }: PartProps & { field: MappedFieldView }) {
  const texts = mappingTexts(viewer.language);
  const name = field.field;
  const drafted = changes.draft.mapping?.[name];
  const value = drafted === undefined ? field.value : drafted;
  const problem = changes.problems.find(({ path }) => path === `mapping.${name}`);
  const wrong = problem === undefined ? {} : { error: true, validationMessage: problem.sentence };
  return (
    <Select
      label={texts.fields[name] ?? name}
      name={name}
      readOnly={!settings.mayChange}
      {...wrong}
      value={value ?? ''}
      options={optionsOf(field, value, texts)}
      onChange={(chosen) =>
        changes.set({ mapping: { ...changes.draft.mapping, [name]: chosen === '' ? null : String(chosen) } })
      }
    />
  );
}

function optionsOf(
  { options, recognised }: MappedFieldView,
  value: string | null,
  texts: ReturnType<typeof mappingTexts>,
) {
  const shown = options.map(({ id, label }) => ({
    value: id,
    label: id === recognised ? texts.recognised(label) : label,
  }));
  const isMissing = value !== null && !options.some(({ id }) => id === value);
  return [
    { value: '', label: texts.nothing },
    ...(isMissing ? [{ value, label: texts.missing(value) }] : []),
    ...shown,
  ];
}
