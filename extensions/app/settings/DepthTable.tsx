/** How deep to know the contacts of a segment: each person, or only what holds for customers like them. */
import { Select } from '@hubspot/ui-extensions';
import type { SettingsView } from '@rapport/shared/contract-settings.ts';
import { ownTexts } from '@rapport/shared/own-texts.ts';
import { optionWord } from '@rapport/shared/rules-texts.ts';
import { KeyedTable } from './KeyedTable.tsx';
import type { PartProps } from './Settings.tsx';

const path = 'desired.depthBySegment';
const depths = ['individual', 'collective'] as const;

export function DepthTable({ settings, viewer, changes }: PartProps) {
  const drafted = changes.draft.fields?.[path];
  // Nothing but this table puts anything there.
  const values =
    drafted === undefined ? settings.depthBySegment : (drafted as SettingsView['depthBySegment']);
  const readOnly = !settings.mayChange;
  return (
    <KeyedTable
      texts={ownTexts(viewer.language).depths}
      name="depth"
      values={values}
      first="collective"
      readOnly={readOnly}
      set={(to) => changes.setField(path, to)}
      field={(segment, value, change) => (
        <Select
          label={segment}
          name={`depth-${segment}`}
          readOnly={readOnly}
          value={value}
          options={depths.map((it) => ({ value: it, label: optionWord(it, viewer.language, viewer.locale) }))}
          onChange={(chosen) => change(depths.find((it) => it === chosen) ?? value)}
        />
      )}
    />
  );
}
