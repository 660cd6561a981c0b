/** HubSpot's distances in pixels. The SDK names them only; the numbers are ours, on an 4 px grid. */
const pixels: Readonly<Record<string, number>> = {
  flush: 0,
  'extra-small': 4,
  xs: 4,
  small: 8,
  sm: 8,
  medium: 16,
  md: 16,
  large: 24,
  lg: 24,
  'extra-large': 32,
  xl: 32,
};

export function distanceOf(name: string): number {
  return pixels[name] ?? 0;
}

export const justifyOf = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  around: 'space-around',
  between: 'space-between',
} as const;

/** The short form of a T-shirt size, for class names. */
export function sizeOf(name: string | undefined, otherwise = 'md'): string {
  const short: Readonly<Record<string, string>> = {
    'extra-small': 'xs',
    small: 'sm',
    medium: 'md',
    large: 'lg',
    'extra-large': 'xl',
  };
  return name ? (short[name] ?? name) : otherwise;
}
