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
  const [limit, setLimit] = useState(step);
  const [type, setType] = useState('');
  const { type: recordType, id } = open.view;
  const filter = engagement === null && type !== '' ? `&types=${type}` : '';
  const timeline = useAnswer<TimelinePage>(
    `/_sandbox/records/${recordType}/${id}/timeline?limit=${limit}${filter}`,
    5000,
  );
  const [shown, setShown] = useState<TimelinePage | null>(null);
  const found = shown?.results.some((item) => item.id === engagement) ?? false;

  useEffect(() => {
    if (timeline.kind === 'ready') setShown(timeline.value);
  }, [timeline]);
  useEffect(() => {
    const more = shown !== null && shown.results.length < shown.total;
    if (engagement !== null && !found && more && shown.results.length >= limit) setLimit(limit + step * 4);
  }, [engagement, found, shown, limit]);

  if (timeline.kind === 'failed')
    return <Trouble title="The timeline cannot be read" message={timeline.message} retry={timeline.reload} />;
  if (!shown) return <Loading words="Reading activities" />;
  return (
    <section className="panel" aria-label="Activities">
      <div className="filters">
        <label className="inline-field">
          Show
          <select
            value={engagement === null ? type : ''}
            onChange={({ target }) => {
              setType(target.value);
              changeQuery({ engagement: '', tab: 'activities' });
            }}
          >
            <option value="">all activities</option>
            {activityKinds.map((kind) => (
              <option key={kind.type} value={kind.type}>
                {kind.label}
              </option>
            ))}
          </select>
        </label>
        <span className="quiet">{plural(shown.total, 'activity', 'activities')}</span>
        {engagement !== null && !found && shown.results.length >= shown.total && (
          <span role="status">The linked activity {engagement} is not on this record any more.</span>
        )}
      </div>
      {shown.results.length === 0 && (
        <Nothing title="No activities" about="meetings">
          Log an email, a call or a meeting on the left.
        </Nothing>
      )}
      <Months items={shown.results} engagement={engagement} />
      {shown.results.length < shown.total && (
        <button type="button" className="button secondary more" onClick={() => setLimit(limit + step)}>
          Load more
        </button>
      )}
    </section>
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
