import { CardPanel } from '../cards/CardPanel.tsx';
import { useCards } from '../cards/use-cards.ts';
import type { OpenRecord } from './open-record.ts';

/** The app's cards of the right column. */
export function SidebarCards({ open }: { open: OpenRecord }) {
  const cards = useCards('crm.record.sidebar', open.kind.type);
  return cards.map((card) => <CardPanel key={card.uid} card={card} open={open} titled />);
}
