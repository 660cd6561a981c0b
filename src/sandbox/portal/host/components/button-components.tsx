/** HubSpot's buttons and the drop-down menu. */
import type {
  ButtonProps,
  DropdownButtonItemProps,
  DropdownProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import { createContext, useContext, useRef } from 'react';
import { useDismiss } from '../../ui/use-dismiss.ts';
import { usePress } from '../press.tsx';
import { sizeOf } from './distance.ts';
import { Icon } from './icon-components.tsx';

export function Button({
  variant = 'secondary',
  size,
  type = 'button',
  disabled,
  truncate,
  children,
  ...rest
}: ButtonProps) {
  const press = usePress(rest);
  const className = `hs-button ${variant} size-${sizeOf(size)}${truncate ? ' truncate' : ''}`;
  if (rest.href !== undefined && !disabled) {
    return (
      <a className={className} href={press.href} {...press.linkProps}>
        {children}
      </a>
    );
  }
  return (
    <button type={type} className={className} disabled={disabled} onClick={press.press}>
      {children}
    </button>
  );
}

export function LoadingButton(props: LoadingButtonProps) {
  const { loading, resultIconName, children, disabled, ...rest } = props;
  return (
    <Button {...rest} disabled={disabled || loading}>
      {loading && <span className="hs-spinner xs" aria-hidden="true" />}
      {!loading && resultIconName && <Icon name={resultIconName} size="sm" />}
      <span>{children}</span>
      {loading && <span className="sr-only"> (loading)</span>}
    </Button>
  );
}

const CloseMenu = createContext<() => void>(() => undefined);

export function Dropdown({
  options = [],
  variant = 'secondary',
  buttonText = 'Actions',
  buttonSize,
  disabled,
  children,
}: DropdownProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  useDismiss(menu, close);
  const className = `hs-button ${variant} size-${sizeOf(buttonSize)}`;
  if (disabled) {
    return (
      <button type="button" disabled className={className}>
        {buttonText} ▾
      </button>
    );
  }
  return (
    <details className="hs-dropdown" ref={menu}>
      <summary className={className}>{buttonText} ▾</summary>
      <div className="hs-menu">
        <CloseMenu.Provider value={close}>
          {options.map((option) => (
            <DropdownButtonItem key={option.label} onClick={option.onClick ?? (() => undefined)}>
              {option.label}
            </DropdownButtonItem>
          ))}
          {children}
        </CloseMenu.Provider>
      </div>
    </details>
  );
}

export function DropdownButtonItem({ children, onClick, overlay }: DropdownButtonItemProps) {
  const close = useContext(CloseMenu);
  const { press } = usePress({ onClick, overlay });
  const choose = () => {
    close();
    press();
  };
  return (
    <button type="button" className="hs-menu-item" onClick={choose}>
      {children}
    </button>
  );
}
