import type { TimelinePage } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { changeQuery } from '../router.ts';
import { Nothing, Trouble } from '../ui/States.tsx';
import { wordTime, wordValue } from '../words.ts';
import { Activity } from './Activity.tsx';
import type { OpenRecord } from './open-record.ts';

const highlights = ['createdate', 'lifecyclestage', 'rapport_stage', 'rapport_holds_until'];
const recent = 4;

/** The first view of a record: a few facts and what happened last. */
export function Overview({ open }: { open: OpenRecord }) {
  return (
    <>
      <Highlights open={open} />
      <Recent open={open} />
    </>
  );
}

function Highlights({ open: { view, catalog } }: { open: OpenRecord }) {
  const { portal } = useFrame();
  const facts = highlights.flatMap((name) => {
    const property = catalog.find(name);
    return property
      ? [{ name, label: property.label, value: wordValue(view.properties[name], property, portal.timeZone) }]
      : [];
  });
  return (
    <section className="panel highlights" aria-label="Data highlights">
      <h2>Data highlights</h2>
      <dl>
        {facts.map(({ name, label, value }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{value || '--'}</dd>
          </div>
        ))}
        <div>
          <dt>Last change</dt>
          <dd>{wordTime(view.updatedAt, portal.timeZone)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Recent({ open: { view } }: { open: OpenRecord }) {
  const timeline = useAnswer<TimelinePage>(
    `/_sandbox/records/${view.type}/${view.id}/timeline?limit=${recent}`,
    5000,
  );
  return (
    <section className="panel" aria-label="Recent activities">
      <div className="panel-title">
        <h2>Recent activities</h2>
        <button type="button" className="button link" onClick={() => changeQuery({ tab: 'activities' })}>
          All activities
        </button>
      </div>
      {timeline.kind === 'failed' && (
        <Trouble title="The timeline cannot be read" message={timeline.message} />
      )}
      {timeline.kind === 'ready' && timeline.value.results.length === 0 && (
        <Nothing title="No activities yet" about="meetings" />
      )}
      {timeline.kind === 'ready' && (
        <ol className="timeline">
          {timeline.value.results.map((item) => (
            <Activity key={`${item.type}/${item.id}`} item={item} isWanted={false} />
          ))}
        </ol>
      )}
    </section>
  );
}
