/** All activities of a record by month, newest first, filtered by type; loads as far back as a linked activity needs. */
import { useEffect, useMemo, useState } from 'react';
import type { ClockState, TimelineItem, TimelinePage } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { changeQuery } from '../router.ts';
import { Loading, Nothing, Trouble } from '../ui/States.tsx';
import { plural, wordMonth } from '../words.ts';
import { Activity } from './Activity.tsx';
import { activityKinds } from './activity-kinds.ts';
import type { OpenRecord } from './open-record.ts';

const step = 50;

export function Timeline({ open, engagement }: { open: OpenRecord; engagement: string | null }) {
  const [type, setType] = useState('');
  const { page, failure, isFound, more } = useTimeline(open, engagement, type);
  if (failure) return <Trouble title="The timeline cannot be read" message={failure} />;
  if (!page) return <Loading words="Reading activities" />;
  const isGone = engagement !== null && !isFound && more === null;
  return (
    <section className="panel" aria-label="Activities">
      <div className="filters">
        <TypeFilter type={engagement === null ? type : ''} change={setType} />
        <span className="quiet">{plural(page.total, 'activity', 'activities')}</span>
        {isGone && (
          <span role="status">The linked activity {engagement} is not on this record any more.</span>
        )}
      </div>
      {page.results.length === 0 && (
        <Nothing title="No activities" about="meetings">
          Log an email, a call or a meeting on the left.
        </Nothing>
      )}
      <Months items={page.results} engagement={engagement} />
      {more && (
        <button type="button" className="button secondary more" onClick={more}>
          Load more
        </button>
      )}
    </section>
  );
}

/** Reads the newest activities, and as many more as it takes to find the wanted one. */
function useTimeline({ view }: OpenRecord, engagement: string | null, type: string) {
  const [limit, setLimit] = useState(step);
  const [page, setPage] = useState<TimelinePage | null>(null);
  const filter = engagement === null && type !== '' ? `&types=${type}` : '';
  const answer = useAnswer<TimelinePage>(
    `/_sandbox/records/${view.type}/${view.id}/timeline?limit=${limit}${filter}`,
    5000,
  );
  const isFound = page?.results.some((item) => item.id === engagement) ?? false;
  const hasMore = page !== null && page.results.length < page.total;
  useEffect(() => {
    if (answer.kind === 'ready') setPage(answer.value);
  }, [answer]);
  useEffect(() => {
    const isRead = page !== null && page.results.length >= limit;
    if (engagement !== null && !isFound && hasMore && isRead) setLimit(limit + step * 4);
  }, [engagement, isFound, hasMore, page, limit]);
  return {
    page,
    failure: answer.kind === 'failed' ? answer.message : null,
    isFound,
    more: hasMore ? () => setLimit(limit + step) : null,
  };
}

function TypeFilter({ type, change }: { type: string; change: (type: string) => void }) {
  const choose = (next: string) => {
    change(next);
    changeQuery({ engagement: '', tab: 'activities' });
  };
  return (
    <label className="inline-field">
      Show
      <select value={type} onChange={({ target }) => choose(target.value)}>
        <option value="">all activities</option>
        {activityKinds.map((kind) => (
          <option key={kind.type} value={kind.type}>
            {kind.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Months({ items, engagement }: { items: readonly TimelineItem[]; engagement: string | null }) {
  const { portal } = useFrame();
  const clock = useAnswer<ClockState>('/_sandbox/clock', 5000);
  const now = clock.kind === 'ready' ? clock.value.now : Number.POSITIVE_INFINITY;
  const months = useMemo(() => {
    const grouped = new Map<string, TimelineItem[]>();
    for (const item of items) {
      const month = item.at > now ? 'Upcoming' : wordMonth(item.at, portal.timeZone);
      grouped.set(month, [...(grouped.get(month) ?? []), item]);
    }
    return [...grouped];
  }, [items, now, portal.timeZone]);
  return months.map(([month, entries]) => (
    <section key={month} aria-label={month}>
      <h2 className="month">{month}</h2>
      <ol className="timeline">
        {entries.map((item) => (
          <Activity key={`${item.type}/${item.id}`} item={item} isWanted={item.id === engagement} />
        ))}
      </ol>
    </section>
  ));
}
