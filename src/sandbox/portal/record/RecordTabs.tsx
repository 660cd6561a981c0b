/** The middle column: overview, activities, and one tab for each card that the app puts there. */
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { CardPanel } from '../cards/CardPanel.tsx';
import { useCards } from '../cards/use-cards.ts';
import { changeQuery } from '../router.ts';
import { Overview } from './Overview.tsx';
import type { OpenRecord } from './open-record.ts';
import { Timeline } from './Timeline.tsx';

type Props = { open: OpenRecord; engagement: string | null; tab: string | null };
type TabEntry = { readonly id: string; readonly title: string; readonly body: ReactNode };

export function RecordTabs({ open, engagement, tab }: Props) {
  const cards = useCards('crm.record.tab', open.kind.type);
  const prefix = useId();
  const tabs: readonly TabEntry[] = [
    { id: 'overview', title: 'Overview', body: <Overview open={open} /> },
    { id: 'activities', title: 'Activities', body: <Timeline open={open} engagement={engagement} /> },
    ...cards.map((card) => ({
      id: card.uid,
      title: card.title,
      body: <CardPanel card={card} open={open} />,
    })),
  ];
  const wanted = engagement === null ? tab : 'activities';
  const selected =
    tabs.find(({ id }) => id === wanted) ?? tabs.find(({ id }) => id === cards[0]?.uid) ?? tabs[0];
  const choose = (id: string) => changeQuery({ tab: id, engagement: '' });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.findIndex(({ id }) => id === selected?.id) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    choose(next.id);
    document.getElementById(`${prefix}-${next.id}`)?.focus();
  };
  return (
    <section className="column middle" aria-label="Record">
      <div className="record-tabs" role="tablist" aria-label="Views of the record" onKeyDown={onKeyDown}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}-${id}`}
            aria-selected={id === selected?.id}
            aria-controls={`${prefix}-panel`}
            tabIndex={id === selected?.id ? 0 : -1}
            onClick={() => choose(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${prefix}-panel`} aria-labelledby={`${prefix}-${selected?.id}`}>
        {selected?.body}
      </div>
    </section>
  );
}
