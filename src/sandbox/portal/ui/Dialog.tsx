import { type ReactNode, useEffect, useRef } from 'react';

/** A native modal dialog of the portal's own pages; Escape and × close it. */
export function Dialog({
  title,
  kind = 'modal',
  close,
  children,
}: {
  title: string;
  kind?: 'modal' | 'panel';
  close: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={`hs-${kind} size-md`} aria-label={title} onClose={close}>
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
