/** Thresholds and noise rules by group, each with its standard; what has no field is in the text of everything. */
import { Accordion, AutoGrid, Flex, TextArea } from '@hubspot/ui-extensions';
import { rulesTexts } from '@rapport/shared/rules-texts.ts';
import { type GroupName, groupNames, groupOf, inGroupOrder } from '@rapport/shared/setting-groups.ts';
import { DepthTable } from './DepthTable.tsx';
import { FieldInput } from './FieldInput.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { PlaybookEditor } from './PlaybookEditor.tsx';
import { RateTable } from './RateTable.tsx';
import type { PartProps } from './Settings.tsx';

export function RulesTab(props: PartProps) {
  const { settings, viewer, changes } = props;
  const { everything } = rulesTexts(viewer.language);
  return (
    <Flex direction="column" gap="sm">
      {groupNames.map((group, at) => (
        <Group key={group} group={group} isOpen={at === 0} {...props} />
      ))}
      <Accordion title={everything.title} size="small">
        <TextArea
          label={everything.title}
          description={everything.help}
          name="everything"
          rows={16}
          readOnly={!settings.mayChange}
          value={changes.draft.everything ?? settings.everything}
          onChange={(text) => changes.set({ everything: text })}
        />
      </Accordion>
    </Flex>
  );
}

function Group({ group, isOpen, ...props }: PartProps & { group: GroupName; isOpen: boolean }) {
  const fields = props.settings.fields
    .filter(({ path }) => groupOf(path) === group)
    .sort((a, b) => inGroupOrder(a.path, b.path));
  const title = rulesTexts(props.viewer.language).groups[group];
  return (
    <Accordion title={title} defaultOpen={isOpen} size="small">
      <Flex direction="column" gap="md">
        <AutoGrid columnWidth={320} flexible={true} gap="md">
          {fields.map((field) => (
            <FieldInput key={field.path} field={field} {...props} />
          ))}
        </AutoGrid>
        {group === 'milestones' && <HoursEditor {...props} />}
        {group === 'matrix' && <RateTable {...props} />}
        {group === 'desired' && <DepthTable {...props} />}
        {/* Choosing a step is for who may word it; others read the own words in the text of everything. */}
        {group === 'desired' && props.settings.mayChange && <PlaybookEditor {...props} />}
      </Flex>
    </Accordion>
  );
}
