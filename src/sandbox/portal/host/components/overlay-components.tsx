/** Modals and panels: native dialogs on top of the page, closed by their button, by Escape or by the card. */
import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { useEffect, useRef } from 'react';
import { useHost } from '../host-context.ts';
import { sizeOf } from './distance.ts';

type DialogProps = Pick<
  ModalProps,
  'id' | 'title' | 'width' | 'onOpen' | 'onClose' | 'children' | 'aria-label'
> & {
  kind: 'modal' | 'panel';
  danger?: boolean;
};

function Dialog({ kind, danger, id, title, width, onOpen, onClose, children, ...rest }: DialogProps) {
  const host = useHost();
  const dialog = useRef<HTMLDialogElement>(null);
  const handlers = useRef({ onOpen, onClose });
  handlers.current = { onOpen, onClose };
  useEffect(() => {
    dialog.current?.showModal();
    handlers.current.onOpen?.();
    return () => handlers.current.onClose?.();
  }, []);
  const name = title ?? rest['aria-label'] ?? 'Dialog';
  return (
    <dialog
      ref={dialog}
      className={`hs-${kind} size-${sizeOf(width)}${danger ? ' danger' : ''}`}
      aria-label={name}
      onClose={() => host.closeOverlay(id)}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className="hs-close" aria-label="Close" onClick={() => dialog.current?.close()}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}

export function Modal({ variant, ...rest }: ModalProps) {
  return <Dialog kind="modal" danger={variant === 'danger'} {...rest} />;
}

export function Panel({ variant: _variant, ...rest }: PanelProps) {
  return <Dialog kind="panel" {...rest} />;
}

export function ModalBody({ children }: ModalBodyProps) {
  return <div className="hs-dialog-body">{children}</div>;
}

export function ModalFooter({ children }: ModalFooterProps) {
  return <footer className="hs-dialog-footer">{children}</footer>;
}

export function PanelBody({ children }: PanelBodyProps) {
  return <div className="hs-dialog-body">{children}</div>;
}

export function PanelFooter({ children }: PanelFooterProps) {
  return <footer className="hs-dialog-footer">{children}</footer>;
}

export function PanelSection({ flush, children }: PanelSectionProps) {
  return <section className={flush ? 'hs-section flush' : 'hs-section'}>{children}</section>;
}
