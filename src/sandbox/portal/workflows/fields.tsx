/** Form fields that the workflow builder is made of. */
import type { PropertyView } from '../../sandbox-api-for-pages.ts';
import type { Catalog } from '../api/use-catalog.ts';

type Option = { readonly value: string; readonly label: string };

type SelectProps = {
  label: string;
  value: string;
  options: readonly Option[];
  change: (value: string) => void;
};

export function SelectField({ label, value, options, change }: SelectProps) {
  return (
    <label className="field">
      {label}
      <select value={value} onChange={({ target }) => change(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

type TextProps = {
  label: string;
  value: string;
  change: (value: string) => void;
  type?: 'text' | 'number' | 'url';
};

export function TextField({ label, value, change, type = 'text' }: TextProps) {
  return (
    <label className="field">
      {label}
      <input type={type} value={value} onChange={({ target }) => change(target.value)} />
    </label>
  );
}

type PropertyProps = {
  label: string;
  catalog: Catalog;
  value: string;
  isChosen?: (property: PropertyView) => boolean;
  change: (name: string) => void;
};

/** The visible properties of a contact, by their groups. */
export function PropertySelect({ label, catalog, value, isChosen = () => true, change }: PropertyProps) {
  const visible = catalog.properties.filter((property) => !property.hidden && isChosen(property));
  return (
    <label className="field">
      {label}
      <select value={value} onChange={({ target }) => change(target.value)}>
        {catalog.groups.map((group) => {
          const inGroup = visible.filter(({ groupName }) => groupName === group.name);
          return (
            inGroup.length > 0 && (
              <optgroup key={group.name} label={group.label}>
                {inGroup.map(({ name, label: words }) => (
                  <option key={name} value={name}>
                    {words}
                  </option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
    </label>
  );
}

type BoxesProps = {
  legend: string;
  options: readonly Option[];
  chosen: readonly string[];
  change: (chosen: readonly string[]) => void;
};

export function OptionBoxes({ legend, options, chosen, change }: BoxesProps) {
  const toggle = (value: string) =>
    change(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="hs-check">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
