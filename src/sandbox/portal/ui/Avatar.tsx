import { initialsOf } from '../words.ts';

const tints = 6;

/** Initials on a tint that stays the same for a name. */
export function Avatar({ title, size = 'sm' }: { title: string; size?: 'sm' | 'lg' }) {
  const tint = [...title].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % tints;
  return (
    <span className={`avatar ${size} tint-${tint}`} aria-hidden="true">
      {initialsOf(title)}
    </span>
  );
}
