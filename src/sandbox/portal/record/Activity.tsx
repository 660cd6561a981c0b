import { useEffect, useRef } from 'react';
import type { TimelineItem } from '../../sandbox-api-for-pages.ts';
import { useFrame } from '../frame.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { wordTime } from '../words.ts';
import { activityKind } from './activity-kinds.ts';

/** One entry of the timeline. The wanted one is scrolled to, focused and marked: evidence links lead here. */
export function Activity({ item, isWanted }: { item: TimelineItem; isWanted: boolean }) {
  const { portal } = useFrame();
  const entry = useRef<HTMLLIElement>(null);
  const kind = activityKind(item.type);
  const notes = [item.summary, item.ownerName].filter(Boolean).join(' · ');
  useEffect(() => {
    if (!isWanted) return;
    entry.current?.scrollIntoView({ block: 'center' });
    entry.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return (
    <li
      ref={entry}
      id={`activity-${item.type}-${item.id}`}
      className={isWanted ? 'activity wanted' : 'activity'}
      tabIndex={isWanted ? -1 : undefined}
      aria-current={isWanted || undefined}
    >
      <span className={`activity-icon ${item.type}`} aria-hidden="true">
        <Glyph name={kind.icon} size={16} />
      </span>
      <article>
        <header>
          <strong>{kind.label}</strong>
          <time dateTime={new Date(item.at).toISOString()}>{wordTime(item.at, portal.timeZone)}</time>
        </header>
        <p className="activity-title">{item.title}</p>
        {notes !== '' && <p className="quiet">{notes}</p>}
      </article>
    </li>
  );
}
