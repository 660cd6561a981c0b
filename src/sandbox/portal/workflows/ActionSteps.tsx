/** The actions below a trigger or on one way of a branch, joined by lines, with a plus after each. */
import type { WorkflowAction } from '../../sandbox-api-for-pages.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { ActionFields, actionIcons, actionWords } from './ActionFields.tsx';
import type { Palette } from './WorkflowBuilder.tsx';

type Props = {
  palette: Palette;
  eventUid: string | null;
  actions: readonly WorkflowAction[];
  /** App actions that ran before these. */
  before: readonly string[];
  change: (actions: readonly WorkflowAction[]) => void;
};

export function ActionSteps({ palette, eventUid, actions, before, change }: Props) {
  const isForked = actions.at(-1)?.kind === 'branch';
  return (
    <div className="steps">
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: actions have no identity but their place
        <div className="step-with-line" key={at}>
          <section className={`step ${action.kind}`} aria-label={`Action ${at + 1}`}>
            <h3>
              <Glyph name={actionIcons[action.kind]} /> {titleOf(action, palette)}
              <button
                type="button"
                className="button quiet small"
                aria-label={`Remove action ${at + 1}`}
                onClick={() => change(actions.filter((_, nth) => nth !== at))}
              >
                ×
              </button>
            </h3>
            <ActionFields
              action={action}
              palette={palette}
              eventUid={eventUid}
              ranBefore={[...before, ...ranIn(actions.slice(0, at))]}
              change={(next) => change(actions.map((one, nth) => (nth === at ? next : one)))}
            />
          </section>
          {action.kind === 'branch' && (
            <div className="ways">
              {(['yes', 'no'] as const).map((way) => (
                <section
                  className="way"
                  key={way}
                  aria-label={way === 'yes' ? 'Condition met' : 'Condition not met'}
                >
                  <span className="way-name">{way === 'yes' ? 'Met' : 'Not met'}</span>
                  <ActionSteps
                    palette={palette}
                    eventUid={eventUid}
                    actions={action[way]}
                    before={[...before, ...ranIn(actions.slice(0, at))]}
                    change={(next) =>
                      change(actions.map((one, nth) => (nth === at ? { ...action, [way]: next } : one)))
                    }
                  />
                </section>
              ))}
            </div>
          )}
        </div>
      ))}
      {!isForked && (
        <>
          <button
            type="button"
            className="plus"
            aria-label="Add action"
            onClick={() => change([...actions, { kind: 'log', message: 'done' }])}
          >
            +
          </button>
          <span className="end">END</span>
        </>
      )}
    </div>
  );
}

function titleOf(action: WorkflowAction, { custom }: Palette): string {
  const app = action.kind === 'custom' ? custom.find(({ uid }) => uid === action.actionUid) : undefined;
  const words = app?.name ?? actionWords[action.kind];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function ranIn(actions: readonly WorkflowAction[]): readonly string[] {
  return actions.flatMap((action) => (action.kind === 'custom' ? [action.actionUid] : []));
}
