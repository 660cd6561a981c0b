/** A share, 0..1, that people read and enter as percent; empty where nobody knows it. */
import { NumberInput } from '@hubspot/ui-extensions';

type PercentInputProps = {
  label: string;
  description: string;
  name: string;
  readOnly: boolean;
  share: number | null;
  min: number;
  max: number;
  set: (share: number | null) => void;
};

export function PercentInput({ share, min, max, set, ...field }: PercentInputProps) {
  return (
    <NumberInput
      {...field}
      min={min * 100}
      max={max * 100}
      {...(share === null ? {} : { value: toPercent(share) })}
      onChange={(value) => set(isNumber(value) ? fromPercent(value) : null)}
    />
  );
}

/** 0.35 * 100 is not 35 in floating point, and nobody entered the rest. */
export function toPercent(share: number): number {
  return Number((share * 100).toFixed(4));
}

export function fromPercent(percent: number): number {
  return Number((percent / 100).toFixed(6));
}

/** An emptied field reports no number, whatever its type says. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
