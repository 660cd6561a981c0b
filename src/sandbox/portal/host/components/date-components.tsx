/** HubSpot's date and time inputs, on the browser's own pickers. Months count from 0, as in the SDK. */
import type { DateInputProps, TimeInputProps } from '@hubspot/ui-extensions';
import { Field, useEchoedValue } from './field.tsx';

type DateValue = NonNullable<DateInputProps['value']>;
type TimeValue = NonNullable<TimeInputProps['value']>;

const two = (number: number) => String(number).padStart(2, '0');

function toIsoDate(value: DateValue | null | undefined): string | undefined {
  return value
    ? `${String(value.year).padStart(4, '0')}-${two(value.month + 1)}-${two(value.date)}`
    : undefined;
}

function toClock(value: TimeValue | null | undefined): string | undefined {
  return value ? `${two(value.hours)}:${two(value.minutes)}` : undefined;
}

export function DateInput(props: DateInputProps) {
  const [text, setText] = useEchoedValue(toIsoDate(props.value ?? props.defaultValue), '');
  const change = (value: string) => {
    setText(value);
    const [year, month, date] = value.split('-').map(Number);
    if (year === undefined || month === undefined || date === undefined) return;
    props.onChange?.({ year, month: month - 1, date, formattedDate: value });
  };
  return (
    <Field field={props}>
      {(ids) => (
        <input
          {...ids}
          className="hs-input"
          type="date"
          name={props.name}
          min={toIsoDate(props.min)}
          max={toIsoDate(props.max)}
          readOnly={props.readOnly}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}

export function TimeInput(props: TimeInputProps) {
  const [text, setText] = useEchoedValue(toClock(props.value ?? props.defaultValue), '');
  const change = (value: string) => {
    setText(value);
    const [hours, minutes] = value.split(':').map(Number);
    if (hours !== undefined && minutes !== undefined) props.onChange?.({ hours, minutes });
  };
  return (
    <Field field={props}>
      {(ids) => (
        <input
          {...ids}
          className="hs-input"
          type="time"
          name={props.name}
          min={toClock(props.min)}
          max={toClock(props.max)}
          step={(props.interval ?? 30) * 60}
          readOnly={props.readOnly}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
