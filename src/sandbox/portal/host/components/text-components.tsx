/** HubSpot's components for words: text, headings, links, lists, tags and descriptions. */
import type {
  DescriptionListItemProps,
  DescriptionListProps,
  HeadingProps,
  LinkProps,
  ListProps,
  StatusTagProps,
  TagProps,
  TextProps,
  TooltipProps,
} from '@hubspot/ui-extensions';
import { Children, type CSSProperties, useId } from 'react';
import { usePress } from '../press.tsx';

const weights = { regular: 400, demibold: 600, bold: 700 } as const;
const decorations = { none: 'none', underline: 'underline', strikethrough: 'line-through' } as const;

export function Text({ variant = 'bodytext', inline, format = {}, truncate, children }: TextProps) {
  const { fontWeight, italic, lineDecoration, textTransform } = format;
  const style: CSSProperties = {
    ...(fontWeight ? { fontWeight: weights[fontWeight] } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(lineDecoration ? { textDecoration: decorations[lineDecoration] } : {}),
    ...(textTransform && textTransform !== 'sentenceCase' ? { textTransform } : {}),
    ...(typeof truncate === 'object' && truncate.maxWidth ? { maxWidth: truncate.maxWidth } : {}),
  };
  const sentenceCase = textTransform === 'sentenceCase' ? ' sentence-case' : '';
  const className = `hs-text ${variant}${truncate ? ' truncate' : ''}${sentenceCase}`;
  const title = typeof truncate === 'object' ? truncate.tooltipText : undefined;
  const Tag = inline ? 'span' : 'div';
  return (
    <Tag className={className} style={style} title={title}>
      {children}
    </Tag>
  );
}

export function Heading({ inline, children }: HeadingProps) {
  return <h3 className={`hs-heading${inline ? ' inline' : ''}`}>{children}</h3>;
}

export function Link({ href, variant = 'primary', onClick, overlay, preventDefault, children }: LinkProps) {
  const press = usePress({ href, onClick, overlay, preventDefault });
  return (
    <a className={`hs-link ${variant}`} href={press.href ?? '#'} {...press.linkProps}>
      {children}
      {press.isExternal && <ExternalMark />}
    </a>
  );
}

function ExternalMark() {
  return (
    <>
      <span aria-hidden="true" className="hs-external">
        ↗
      </span>
      <span className="sr-only"> (opens in a new tab)</span>
    </>
  );
}

export function List({ variant = 'unordered', children }: ListProps) {
  const Tag = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Tag className={`hs-list ${variant}`}>
      {Children.toArray(children).map((child, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items are the card's children, in the card's order
        <li key={at}>{child}</li>
      ))}
    </Tag>
  );
}

export function Tag({ variant = 'default', onClick, overlay, inline, children }: TagProps) {
  const press = usePress({ onClick, overlay });
  const className = `hs-tag ${variant}${inline ? ' inline' : ''}`;
  if (!onClick && !overlay) return <span className={className}>{children}</span>;
  return (
    <button type="button" className={className} onClick={press.press}>
      {children}
    </button>
  );
}

export function StatusTag({
  variant = 'default',
  hollow,
  onClick,
  showRemoveIcon,
  onRemoveClick,
  children,
}: StatusTagProps) {
  const className = `hs-status-tag ${variant}${hollow ? ' hollow' : ''}`;
  return (
    <span className={className}>
      <i aria-hidden="true" />
      {onClick ? (
        <button type="button" className="hs-plain" onClick={() => onClick()}>
          {children}
        </button>
      ) : (
        <span>{children}</span>
      )}
      {showRemoveIcon && (
        <button type="button" className="hs-plain" aria-label="Remove" onClick={() => onRemoveClick?.()}>
          ×
        </button>
      )}
    </span>
  );
}

export function DescriptionList({ direction = 'column', children }: DescriptionListProps) {
  return <dl className={`hs-descriptions ${direction}`}>{children}</dl>;
}

export function DescriptionListItem({ label, children }: DescriptionListItemProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The SDK's tooltip is the content shown for its parent; here it hangs on an (i) of its own, reachable by keyboard. */
export function Tooltip({ placement = 'top', children }: TooltipProps) {
  const id = useId();
  return (
    <span className={`hs-tooltip ${placement}`}>
      <button type="button" className="hs-info" aria-label="More information" aria-describedby={id}>
        i
      </button>
      <span role="tooltip" id={id}>
        {children}
      </span>
    </span>
  );
}
