/** What other currencies are worth in the one in which amounts are added. */
import { NumberInput } from '@hubspot/ui-extensions';
import type { SettingsView } from '@rapport/shared/contract-settings.ts';
import { ownTexts } from '@rapport/shared/own-texts.ts';
import { KeyedTable } from './KeyedTable.tsx';
import { isNumber } from './PercentInput.tsx';
import type { PartProps } from './Settings.tsx';

const path = 'matrix.rates';

export function RateTable({ settings, viewer, changes }: PartProps) {
  const drafted = changes.draft.fields?.[path];
  // Nothing but this table puts anything there.
  const values = drafted === undefined ? settings.rates : (drafted as SettingsView['rates']);
  const readOnly = !settings.mayChange;
  return (
    <KeyedTable
      texts={ownTexts(viewer.language).rates}
      name="rate"
      values={values}
      first={1}
      readOnly={readOnly}
      set={(to) => changes.setField(path, to)}
      field={(currency, value, change) => (
        <NumberInput
          label={currency}
          name={`rate-${currency}`}
          readOnly={readOnly}
          precision={9}
          value={value}
          onChange={(entered) => {
            if (isNumber(entered)) change(entered);
          }}
        />
      )}
    />
  );
}
