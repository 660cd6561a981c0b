/** The frame around every input of a card: label, description, tooltip and the message under it. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Tooltip } from './text-components.tsx';

export type FieldProps = {
  readonly label?: string | undefined;
  readonly required?: boolean | undefined;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly error?: boolean | undefined;
  readonly validationMessage?: string | undefined;
};

export type FieldIds = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean | undefined;
};

export function Field({ field, children }: { field: FieldProps; children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const noted = field.description !== undefined || field.validationMessage !== undefined;
  return (
    <div className={`hs-field${field.error ? ' error' : ''}`}>
      {field.label && (
        <div className="hs-label">
          <label htmlFor={id}>
            {field.label}
            {field.required && <span className="hs-required"> *</span>}
          </label>
          {field.tooltip && <Tooltip>{field.tooltip}</Tooltip>}
        </div>
      )}
      {children({
        id,
        'aria-describedby': noted ? `${id}-notes` : undefined,
        'aria-invalid': field.error || undefined,
        required: field.required,
      })}
      {noted && (
        <div id={`${id}-notes`} className="hs-notes">
          {field.description && <div>{field.description}</div>}
          {field.validationMessage && <div className="hs-validation">{field.validationMessage}</div>}
        </div>
      )}
    </div>
  );
}

/**
 * The text of an input that the card may control. A key stroke is shown at once; its echo comes back from the worker
 * later and must not overwrite what was typed meanwhile, so values that we sent ourselves are recognised and dropped.
 */
export function useEchoedValue<T>(fromCard: T | undefined, empty: T): [T, (value: T) => void] {
  const [shown, setShown] = useState<T>(fromCard ?? empty);
  const sent = useRef<T[]>([]);
  useEffect(() => {
    if (fromCard === undefined) return;
    const echo = sent.current.lastIndexOf(fromCard);
    if (echo >= 0) sent.current = sent.current.slice(echo + 1);
    else setShown(fromCard);
  }, [fromCard]);
  const change = (value: T) => {
    sent.current = [...sent.current.slice(-20), value];
    setShown(value);
  };
  return [shown, change];
}
