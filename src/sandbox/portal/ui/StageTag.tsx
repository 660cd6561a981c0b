/** A relationship stage and its direction, told by words and shape; colour only repeats them. */
import type { PropertyView } from '../../sandbox-api-for-pages.ts';

const tones: Readonly<Record<string, string>> = {
  initiating: 'rise-1',
  experimenting: 'rise-2',
  intensifying: 'rise-3',
  integrating: 'rise-4',
  bonding: 'rise-5',
  differentiating: 'fall-1',
  circumscribing: 'fall-2',
  stagnating: 'fall-3',
  avoiding: 'fall-4',
  terminating: 'fall-5',
};

function labelOf(value: string, property: PropertyView | undefined): string {
  return property?.options.find((option) => option.value === value)?.label ?? value;
}

export function StageTag({ value, property }: { value: string; property: PropertyView | undefined }) {
  if (value === '') return <span className="quiet">--</span>;
  return <span className={`stage-tag ${tones[value] ?? 'none'}`}>{labelOf(value, property)}</span>;
}

const arrows: Readonly<Record<string, string>> = { coming_together: '↗', coming_apart: '↘' };

export function FlightMark({ value, property }: { value: string; property: PropertyView | undefined }) {
  const arrow = arrows[value];
  if (!arrow) return <span className="quiet">--</span>;
  return (
    <span className={`flight ${value}`}>
      <span aria-hidden="true">{arrow}</span> {labelOf(value, property)}
    </span>
  );
}
