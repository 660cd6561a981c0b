import { type RefObject, useEffect } from 'react';

/** Closes a menu when the person presses Escape in it or clicks elsewhere. */
export function useDismiss(container: RefObject<HTMLElement>, close: () => void): void {
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      // A pointer event's target in a document is always a node.
      if (!container.current?.contains(event.target as Node)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  });
}
