/** What the components of a card may ask of the page that shows them. */
import { createContext, type ReactNode, useContext } from 'react';

export type HostServices = {
  /** Puts a modal or panel on top of the page; the newest wins. */
  openOverlay(content: ReactNode): void;
  /** Closes the overlay of that id, or whichever is open. */
  closeOverlay(id?: string): void;
  navigate(href: string): void;
  /** Maps HubSpot's own addresses to this portal's pages; everything else is external. */
  resolveLink(url: string): { readonly href: string; readonly external: boolean };
  /** The second argument of click handlers in ui-extensions. */
  readonly reactions: {
    openPanel(id: string): void;
    closePanel(id: string): void;
    openModal(id: string): void;
    closeModal(id: string): void;
  };
};

export const HostContext = createContext<HostServices | null>(null);

export function useHost(): HostServices {
  const host = useContext(HostContext);
  if (!host) throw new Error('A card component was rendered outside an extension frame.');
  return host;
}
