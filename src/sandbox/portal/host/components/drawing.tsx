/** One family of small drawings for empty states and illustrations, chosen by what the name is about. */
import { iconPath } from './icon-paths.ts';

const subjects: readonly (readonly [RegExp, string])[] = [
  [/lock/i, 'locked'],
  [/error/i, 'warning'],
  [/mail|email/i, 'email'],
  [/contact|lead|customer|social/i, 'contact'],
  [/chart|report|empty/i, 'reports'],
  [/meeting|call/i, 'appointment'],
  [/ticket/i, 'ticket'],
  [/store|product|payment/i, 'shoppingCart'],
  [/task|registration|signature/i, 'tasks'],
  [/idea/i, 'bulb'],
  [/target|goal/i, 'goal'],
  [/api|integration|component/i, 'workflows'],
  [/search/i, 'search'],
  [/hourglass/i, 'clock'],
];

export function Drawing({ name, alt, width }: { name: string; alt: string; width: number }) {
  const subject = subjects.find(([about]) => about.test(name))?.[1] ?? 'documents';
  return (
    <svg
      className="hs-drawing"
      viewBox="0 0 120 90"
      width={width}
      role="img"
      aria-hidden={alt === ''}
      aria-label={alt}
    >
      <ellipse cx="60" cy="80" rx="46" ry="6" className="floor" />
      <circle cx="60" cy="42" r="34" className="disc" />
      <circle cx="97" cy="18" r="5" className="spark" />
      <circle cx="18" cy="26" r="3" className="spark" />
      <g transform="translate(38 20) scale(1.85)">
        <path d={iconPath(subject)} />
      </g>
    </svg>
  );
}
