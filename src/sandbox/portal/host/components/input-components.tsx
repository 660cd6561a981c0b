/** HubSpot's inputs for text and numbers. As in HubSpot, `onInput` runs per key and `onChange` when the value is committed. */
import type {
  CurrencyInputProps,
  InputProps,
  NumberInputProps,
  SearchInputProps,
  StepperInputProps,
  TextAreaProps,
} from '@hubspot/ui-extensions';
import type { KeyboardEvent } from 'react';
import { Field, useEchoedValue } from './field.tsx';

type TextHandlers = Pick<
  InputProps,
  'value' | 'defaultValue' | 'onInput' | 'onChange' | 'onBlur' | 'onFocus'
>;

function useText(props: TextHandlers) {
  const [text, setText] = useEchoedValue(props.value ?? props.defaultValue, '');
  const [committed, setCommitted] = useEchoedValue(props.value ?? props.defaultValue, '');
  const commit = () => {
    if (text === committed) return;
    setCommitted(text);
    props.onChange?.(text);
  };
  const type = (value: string) => {
    setText(value);
    props.onInput?.(value);
  };
  return {
    text,
    type,
    handlers: {
      value: text,
      onFocus: () => props.onFocus?.(text),
      onBlur: () => {
        commit();
        props.onBlur?.(text);
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') commit();
      },
    },
  };
}

export function Input(props: InputProps) {
  const { text, type, handlers } = useText(props);
  return (
    <Field field={props}>
      {(ids) => (
        <input
          {...ids}
          {...handlers}
          className="hs-input"
          type={props.type ?? 'text'}
          name={props.name}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
}

export function SearchInput(props: SearchInputProps) {
  const { text, type, handlers } = useText(props);
  return (
    <Field field={props}>
      {(ids) => (
        <input
          {...ids}
          {...handlers}
          className="hs-input search"
          type="search"
          name={props.name}
          placeholder={props.placeholder ?? 'Search'}
          aria-label={props.label ? undefined : 'Search'}
          readOnly={props.readOnly}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
}

export function TextArea(props: TextAreaProps) {
  const { text, type, handlers } = useText(props);
  const { onKeyDown: _enterIsANewLine, ...others } = handlers;
  return (
    <Field field={props}>
      {(ids) => (
        <textarea
          {...ids}
          {...others}
          className="hs-input"
          name={props.name}
          rows={props.rows ?? 3}
          cols={props.cols}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          style={{ resize: props.resize ?? 'vertical' }}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
}

type NumberProps = Pick<
  NumberInputProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onFocus' | 'min' | 'max'
> & {
  onInput?: ((value: number) => void) | undefined;
};

function useNumber(props: NumberProps) {
  const given = props.value ?? props.defaultValue;
  const [text, setText] = useEchoedValue(given === undefined ? undefined : String(given), '');
  const number = () => Number(text);
  return {
    text,
    change: (value: string) => {
      setText(value);
      props.onInput?.(Number(value));
    },
    commit: (value = number()) => {
      if (Number.isFinite(value)) props.onChange?.(value);
    },
    step: (by: number) => {
      const next = Math.min(Math.max(number() + by, props.min ?? -Infinity), props.max ?? Infinity);
      setText(String(next));
      props.onChange?.(next);
    },
  };
}

export function NumberInput(props: NumberInputProps) {
  const { text, change, commit } = useNumber(props);
  return (
    <Field field={props}>
      {(ids) => (
        <span className="hs-affixed">
          <input
            {...ids}
            className="hs-input"
            type="number"
            name={props.name}
            min={props.min}
            max={props.max}
            step={props.precision ? 10 ** -props.precision : 'any'}
            placeholder={props.placeholder}
            readOnly={props.readOnly}
            style={{ textAlign: props.textAlign ?? 'left' }}
            value={text}
            onChange={(event) => change(event.target.value)}
            onBlur={() => commit()}
          />
          {props.formatStyle === 'percentage' && <span aria-hidden="true">%</span>}
        </span>
      )}
    </Field>
  );
}

export function CurrencyInput(props: CurrencyInputProps) {
  const { text, change, commit } = useNumber(props);
  return (
    <Field field={props}>
      {(ids) => (
        <span className="hs-affixed">
          <span aria-hidden="true">{props.currency ?? 'USD'}</span>
          <input
            {...ids}
            className="hs-input"
            type="number"
            name={props.name}
            min={props.min}
            max={props.max}
            step={10 ** -(props.precision ?? 2)}
            readOnly={props.readOnly}
            value={text}
            onChange={(event) => change(event.target.value)}
            onBlur={() => commit()}
          />
        </span>
      )}
    </Field>
  );
}

export function StepperInput(props: StepperInputProps) {
  const { text, change, commit, step } = useNumber(props);
  const by = props.stepSize ?? 1;
  const number = Number(text);
  const atMost = props.max !== undefined && number >= props.max;
  const atLeast = props.min !== undefined && number <= props.min;
  return (
    <Field field={props}>
      {(ids) => (
        <span className="hs-affixed">
          <button
            type="button"
            aria-label="Less"
            disabled={props.readOnly || atLeast}
            title={atLeast ? props.minValueReachedTooltip : undefined}
            onClick={() => step(-by)}
          >
            −
          </button>
          <input
            {...ids}
            className="hs-input"
            type="number"
            name={props.name}
            readOnly={props.readOnly}
            value={text}
            onChange={(event) => change(event.target.value)}
            onBlur={() => commit()}
          />
          <button
            type="button"
            aria-label="More"
            disabled={props.readOnly || atMost}
            title={atMost ? props.maxValueReachedTooltip : undefined}
            onClick={() => step(by)}
          >
            +
          </button>
        </span>
      )}
    </Field>
  );
}
