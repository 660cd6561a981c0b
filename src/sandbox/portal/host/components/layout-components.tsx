/** HubSpot's layout components: flex boxes, grids, tiles, dividers and spaces. */
import type {
  AutoGridProps,
  BoxProps,
  ButtonRowProps,
  CardProps,
  DividerProps,
  FlexProps,
  InlineProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { Children, type CSSProperties, isValidElement, type ReactNode } from 'react';
import { distanceOf, justifyOf } from './distance.ts';

export function Flex({
  direction = 'row',
  justify = 'start',
  align,
  alignSelf,
  gap,
  wrap,
  children,
}: FlexProps) {
  const style: CSSProperties = {
    flexDirection: direction,
    justifyContent: justifyOf[justify],
    gap: distanceOf(gap ?? 'flush'),
    flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
    ...(align ? { alignItems: align } : {}),
    ...(alignSelf ? { alignSelf } : {}),
  };
  return (
    <div className="hs-flex" style={style}>
      {children}
    </div>
  );
}

export function Box({ alignSelf, flex = 'initial', children }: BoxProps) {
  const grow = flex === 'initial' ? '0 1 auto' : flex;
  return (
    <div className="hs-box" style={{ flex: grow, ...(alignSelf ? { alignSelf } : {}) }}>
      {children}
    </div>
  );
}

export function Stack({
  direction = 'column',
  distance = 'small',
  justify = 'start',
  align,
  width,
  children,
}: StackProps) {
  const style: CSSProperties = {
    flexDirection: direction,
    gap: distanceOf(distance),
    justifyContent: justifyOf[justify],
    ...(align ? { alignItems: align } : {}),
    ...(width ? { width } : {}),
  };
  return (
    <div className="hs-flex" style={style}>
      {children}
    </div>
  );
}

export function Inline({ gap = 'small', justify = 'start', align = 'center', children }: InlineProps) {
  const style = {
    gap: distanceOf(gap),
    justifyContent: justifyOf[justify],
    alignItems: align,
    flexWrap: 'wrap' as const,
  };
  return (
    <div className="hs-flex" style={style}>
      {children}
    </div>
  );
}

export function AutoGrid({ columnWidth, flexible, gap = 'flush', children }: AutoGridProps) {
  const column = flexible ? `minmax(min(${columnWidth}px, 100%), 1fr)` : `min(${columnWidth}px, 100%)`;
  return (
    <div
      className="hs-grid"
      style={{ gridTemplateColumns: `repeat(auto-fit, ${column})`, gap: distanceOf(gap) }}
    >
      {children}
    </div>
  );
}

export function Spacer({ size = 'medium' }: SpacerProps) {
  return <div aria-hidden="true" style={{ height: distanceOf(size), flex: '0 0 auto' }} />;
}

export function Divider({ distance = 'small' }: DividerProps) {
  return <hr className="hs-divider" style={{ marginBlock: distanceOf(distance) }} />;
}

export function Tile({ compact, flush, children }: TileProps) {
  return (
    <section className={`hs-tile${compact ? ' compact' : ''}${flush ? ' flush' : ''}`}>{children}</section>
  );
}

export function Card({ children }: CardProps) {
  return <section className="hs-card">{children}</section>;
}

/** Three buttons are shown; HubSpot folds the others into a menu. */
const shownButtons = 3;

export function ButtonRow({ children, disableDropdown, dropDownButtonOptions }: ButtonRowProps) {
  const buttons: ReactNode[] = Children.toArray(children).filter(isValidElement);
  if (disableDropdown || buttons.length <= shownButtons)
    return <div className="hs-button-row">{children}</div>;
  return (
    <div className="hs-button-row">
      {buttons.slice(0, shownButtons)}
      <details className="hs-more">
        <summary className="hs-button secondary size-md">{dropDownButtonOptions?.text ?? 'More'} ▾</summary>
        <div className="hs-menu">{buttons.slice(shownButtons)}</div>
      </details>
    </div>
  );
}
