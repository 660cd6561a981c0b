/** A yes or no. */
import { Toggle } from '@hubspot/ui-extensions';
import { rulesTexts } from '@rapport/shared/rules-texts.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';

type FlagProps = {
  label: string;
  name: string;
  readOnly: boolean;
  viewer: Viewer;
  checked: boolean;
  set: (to: boolean) => void;
};

export function FlagInput({ label, name, readOnly, viewer, checked, set }: FlagProps) {
  const { on, off } = rulesTexts(viewer.language).flags;
  return (
    <Toggle
      label={label}
      name={name}
      readonly={readOnly}
      size="sm"
      textChecked={on}
      textUnchecked={off}
      checked={checked}
      onChange={set}
    />
  );
}
