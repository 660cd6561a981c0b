/** What a page shows while it waits, when there is nothing, and when something failed. */
import type { ReactNode } from 'react';
import { Drawing } from '../host/components/drawing.tsx';

export function Loading({ words }: { words: string }) {
  return (
    <div role="status" className="state">
      <span className="hs-spinner md" aria-hidden="true" />
      <span>{words}…</span>
    </div>
  );
}

export function Trouble({ title, message, retry }: { title: string; message: string; retry?: () => void }) {
  return (
    <div role="alert" className="state">
      <Drawing name="error" alt="" width={120} />
      <h2>{title}</h2>
      <p>{message}</p>
      {retry && (
        <button type="button" className="button secondary" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Nothing({
  title,
  about = 'object',
  children,
}: {
  title: string;
  about?: string;
  children?: ReactNode;
}) {
  return (
    <div className="state">
      <Drawing name={about} alt="" width={120} />
      <h2>{title}</h2>
      {children && <div>{children}</div>}
    </div>
  );
}
