/** HubSpot's icons, images and illustrations. */
import type { IconProps, IllustrationProps, ImageProps } from '@hubspot/ui-extensions';
import { usePress } from '../press.tsx';
import { sizeOf } from './distance.ts';
import { Drawing } from './drawing.tsx';
import { iconPath } from './icon-paths.ts';

const pixels: Readonly<Record<string, number>> = { sm: 16, md: 20, lg: 28 };

export function Icon({ name, color = 'inherit', size, screenReaderText }: IconProps) {
  const side = pixels[sizeOf(size)] ?? 20;
  const path = iconPath(name);
  return (
    <svg
      className={`hs-icon ${color}`}
      viewBox="0 0 24 24"
      width={side}
      height={side}
      role="img"
      aria-hidden={screenReaderText === undefined}
      aria-label={screenReaderText}
      data-icon={name}
    >
      {path ? <path d={path} /> : <circle cx="12" cy="12" r="8" strokeDasharray="3 3" />}
    </svg>
  );
}

export function Image({ src, alt = '', width, height, href, onClick, overlay }: ImageProps) {
  const press = usePress({ href, onClick, overlay });
  const image = <img className="hs-image" src={src} alt={alt} width={width} height={height} />;
  if (href !== undefined) {
    return (
      <a href={press.href} {...press.linkProps}>
        {image}
      </a>
    );
  }
  if (!onClick && !overlay) return image;
  return (
    <button type="button" className="hs-plain" onClick={press.press}>
      {image}
    </button>
  );
}

export function Illustration({ name, alt, width = 150 }: IllustrationProps) {
  return <Drawing name={name} alt={alt} width={width} />;
}
