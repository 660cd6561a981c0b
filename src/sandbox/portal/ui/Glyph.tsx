import { iconPath } from '../host/components/icon-paths.ts';

/** An icon of the portal's own pages; always beside words, so it is hidden from screen readers. */
export function Glyph({ name, size = 18 }: { name: string; size?: number }) {
  return (
    <svg className="hs-icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={iconPath(name) ?? ''} />
    </svg>
  );
}
