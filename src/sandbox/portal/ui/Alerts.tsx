/** Messages in the corner: what a card or a page has to say, until it is closed or eight seconds have passed. */
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import type { CardAlert } from '../host/answer-card.ts';

const AlertsContext = createContext<(alert: CardAlert) => void>(() => undefined);
const shownMs = 8000;

export function useAlerts(): (alert: CardAlert) => void {
  return useContext(AlertsContext);
}

export function Alerts({ children }: { children: ReactNode }) {
  const [alerts, setAlerts] = useState<readonly (CardAlert & { id: number })[]>([]);
  const close = useCallback(
    (id: number) => setAlerts((shown) => shown.filter((alert) => alert.id !== id)),
    [],
  );
  const show = useCallback(
    (alert: CardAlert) => {
      setAlerts((shown) => {
        const id = (shown.at(-1)?.id ?? 0) + 1;
        setTimeout(() => close(id), shownMs);
        return [...shown.slice(-3), { ...alert, id }];
      });
    },
    [close],
  );
  return (
    <AlertsContext.Provider value={show}>
      {children}
      <div className="alerts" role="status" aria-live="polite">
        {alerts.map(({ id, type, title, message }) => (
          <div key={id} className={`hs-alert ${type === 'danger' ? 'error' : type}`}>
            <button type="button" className="hs-close" aria-label="Close message" onClick={() => close(id)}>
              ×
            </button>
            {title && <strong>{title}</strong>}
            <div>{message}</div>
          </div>
        ))}
      </div>
    </AlertsContext.Provider>
  );
}
