/** HubSpot's components for choosing: selects, check boxes, radio buttons, toggles and groups of them. */
import type {
  CheckboxProps,
  MultiSelectProps,
  RadioButtonProps,
  SelectProps,
  ToggleGroupProps,
  ToggleProps,
} from '@hubspot/ui-extensions';
import { useId } from 'react';
import { Field, useEchoedValue } from './field.tsx';
import { Tooltip } from './text-components.tsx';

export function Select(props: SelectProps) {
  const [chosen, setChosen] = useEchoedValue(props.value, '');
  const choose = (at: number) => {
    const option = props.options[at];
    if (!option) return;
    setChosen(option.value);
    props.onChange?.(option.value);
  };
  const index = props.options.findIndex(({ value }) => value === chosen);
  return (
    <Field field={props}>
      {(ids) => (
        <select
          {...ids}
          className={`hs-input ${props.variant ?? 'input'}`}
          name={props.name}
          disabled={props.readOnly}
          aria-label={props.label ? undefined : (props.placeholder ?? props.name ?? 'Select')}
          value={index < 0 ? '' : String(index)}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {index < 0 && (
            <option value="" disabled>
              {props.placeholder ?? 'Select an option'}
            </option>
          )}
          {props.options.map((option, at) => (
            <option key={String(option.value)} value={at}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Many = NonNullable<MultiSelectProps['value']>;

export function MultiSelect(props: MultiSelectProps) {
  const [chosen, setChosen] = useEchoedValue<Many>(props.value, []);
  const toggle = (value: Many[number]) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    setChosen(next);
    props.onChange?.(next);
  };
  const labels = props.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <Field field={{ ...props, label: undefined }}>
      {(ids) => (
        <fieldset className="hs-multi" aria-describedby={ids['aria-describedby']} disabled={props.readOnly}>
          {props.label && <legend className="hs-label">{props.label}</legend>}
          <details>
            <summary className="hs-input">
              {labels.join(', ') || props.placeholder || 'Select options'}
            </summary>
            <div className="hs-menu">
              {props.options.map((option) => (
                <label key={String(option.value)} className="hs-check">
                  <input
                    type="checkbox"
                    name={props.name}
                    checked={chosen.includes(option.value)}
                    onChange={() => toggle(option.value)}
                  />
                  {option.label}
                </label>
              ))}
            </div>
          </details>
        </fieldset>
      )}
    </Field>
  );
}

function useChecked(props: { checked?: boolean; initialIsChecked?: boolean }) {
  return useEchoedValue(props.checked ?? props.initialIsChecked, false);
}

function CheckLike({ kind, props }: { kind: 'checkbox' | 'radio'; props: CheckboxProps }) {
  const [checked, setChecked] = useChecked(props);
  const note = useId();
  const change = (next: boolean) => {
    setChecked(next);
    props.onChange?.(next, props.value ?? '');
  };
  return (
    <div className={`hs-check-field${props.inline ? ' inline' : ''}`}>
      <label className={`hs-check size-${props.size ?? props.variant ?? 'default'}`}>
        <input
          type={kind}
          name={props.name}
          value={props.value}
          checked={checked}
          disabled={props.readonly ?? props.readOnly}
          aria-label={props['aria-label']}
          aria-describedby={props.description ? note : undefined}
          onChange={(event) => change(event.target.checked)}
        />
        <span>{props.children}</span>
      </label>
      {props.description && (
        <div id={note} className="hs-notes">
          {props.description}
        </div>
      )}
    </div>
  );
}

export function Checkbox(props: CheckboxProps) {
  return <CheckLike kind="checkbox" props={props} />;
}

export function RadioButton(props: RadioButtonProps) {
  return <CheckLike kind="radio" props={props} />;
}

export function Toggle(props: ToggleProps) {
  const [checked, setChecked] = useChecked(props);
  const words = checked ? (props.textChecked ?? 'ON') : (props.textUnchecked ?? 'OFF');
  const change = () => {
    setChecked(!checked);
    props.onChange?.(!checked);
  };
  return (
    <label className={`hs-toggle label-${props.labelDisplay ?? 'inline'} size-${props.size ?? 'md'}`}>
      <span className="label">{props.label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        name={props.name}
        checked={checked}
        disabled={props.readonly ?? props.readOnly}
        onChange={change}
      />
      <span className="track" aria-hidden="true">
        {words}
      </span>
    </label>
  );
}

export function ToggleGroup(props: ToggleGroupProps) {
  const isRadio = props.toggleType === 'radioButtonList';
  const initially = props.options.filter((option) => option.initialIsChecked).map(({ value }) => value);
  const given = props.value === undefined ? initially : [props.value].flat();
  const [chosen, setChosen] = useEchoedValue<string>(given.join('\n'), '');
  const values = chosen === '' ? [] : chosen.split('\n');
  const choose = (value: string) => {
    if (isRadio) {
      setChosen(value);
      props.onChange?.(value);
      return;
    }
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    setChosen(next.join('\n'));
    // Without `toggleType` the SDK's group is a list of check boxes, so its handler takes a list.
    (props.onChange as ((value: string[]) => void) | undefined)?.(next);
  };
  return (
    <fieldset className={`hs-group${props.inline ? ' inline' : ''}${props.error ? ' error' : ''}`}>
      <legend className="hs-label">
        {props.label}
        {props.required && <span className="hs-required"> *</span>}
        {props.tooltip && <Tooltip>{props.tooltip}</Tooltip>}
      </legend>
      {props.options.map((option) => (
        <div key={option.value}>
          <label className="hs-check">
            <input
              type={isRadio ? 'radio' : 'checkbox'}
              name={props.name}
              value={option.value}
              checked={values.includes(option.value)}
              disabled={option.readonly ?? option.readOnly}
              onChange={() => choose(option.value)}
            />
            <span>{option.label}</span>
          </label>
          {option.description && <div className="hs-notes">{option.description}</div>}
        </div>
      ))}
      {props.validationMessage && <div className="hs-notes hs-validation">{props.validationMessage}</div>}
    </fieldset>
  );
}
