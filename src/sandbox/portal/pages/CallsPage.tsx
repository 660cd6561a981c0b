/** What apps called, how close they came to the limits, and what was refused. */
import type { CallCounts } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loading, Nothing, Trouble } from '../ui/States.tsx';

export function CallsPage() {
  const calls = useAnswer<CallCounts>('/_sandbox/calls', 2000);
  return (
    <div className="page">
      <header className="page-title">
        <div>
          <h1>API calls</h1>
          <p className="quiet">Calls by apps since the portal came up; its own pages are not counted</p>
        </div>
      </header>
      {calls.kind === 'loading' && <Loading words="Reading the counters" />}
      {calls.kind === 'failed' && (
        <Trouble title="The counters cannot be read" message={calls.message} retry={calls.reload} />
      )}
      {calls.kind === 'ready' && <Counters counts={calls.value} />}
    </div>
  );
}

function Counters({ counts }: { counts: CallCounts }) {
  const refused = Object.entries(counts.byStatus)
    .filter(([status]) => Number(status) >= 400)
    .reduce((sum, [, number]) => sum + number, 0);
  return (
    <>
      <div className="tiles">
        <Tile label="Calls" number={counts.total} />
        <Tile label="Refused" number={refused} />
        <Tile label="Rate limited (429)" number={counts.rateLimited} />
      </div>
      <section className="panel" aria-label="Limits">
        <h2>Limits right now</h2>
        <div className="lanes">
          {counts.lanes.map(({ lane, used, max, windowMs }) => (
            <div key={lane} className="lane">
              <span>{lane}</span>
              <meter
                aria-label={`${lane}: ${used} of ${max}`}
                min={0}
                max={max}
                high={max * 0.9}
                value={used}
              />
              <span className="quiet">
                {used} of {max} per{' '}
                {windowMs >= 60_000 ? `${windowMs / 3_600_000} h` : `${windowMs / 1000} s`}
              </span>
            </div>
          ))}
        </div>
      </section>
      <div className="halves">
        <Breakdown title="By family" counts={counts.byFamily} />
        <Breakdown title="By answer" counts={counts.byStatus} />
      </div>
      <Breakdown title="By operation" counts={counts.byOperation} code />
    </>
  );
}

function Tile({ label, number }: { label: string; number: number }) {
  return (
    <div className="panel tile">
      <span className="quiet">{label}</span>
      <strong>{number.toLocaleString('en')}</strong>
    </div>
  );
}

function Breakdown({
  title,
  counts,
  code,
}: {
  title: string;
  counts: Readonly<Record<string, number>>;
  code?: boolean;
}) {
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...rows.map(([, number]) => number));
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 && <Nothing title="No calls yet" about="api" />}
      <ul className="bars">
        {rows.map(([name, number]) => (
          <li key={name}>
            {code ? <code>{name}</code> : <span>{name}</span>}
            <span aria-hidden="true" className="bar">
              <i style={{ width: `${(100 * number) / most}%` }} />
            </span>
            <strong>{number.toLocaleString('en')}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
