/** The workflow builder: a canvas with the trigger on top and the actions below it, branches side by side. */
import { type FormEvent, useState } from 'react';
import type { CustomActionView, EventTypeView, NewWorkflow } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Catalog } from '../api/use-catalog.ts';
import { useLocale } from '../locale.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { ActionSteps } from './ActionSteps.tsx';
import { TriggerCard } from './TriggerCard.tsx';

type Props = { catalog: Catalog; close: () => void; created: () => void };

/** What a builder chooses from. */
export type Palette = {
  readonly catalog: Catalog;
  readonly custom: readonly CustomActionView[];
  readonly events: readonly EventTypeView[];
};

const blank: NewWorkflow = {
  name: 'Stage changed',
  trigger: { kind: 'property', property: 'rapport_stage', operator: 'changed', values: [] },
  filters: [],
  reEnroll: true,
  actions: [{ kind: 'create-task', subject: 'Look at this relationship' }],
};

export function WorkflowBuilder({ catalog, close, created }: Props) {
  const alert = useAlerts();
  const palette = usePalette(catalog);
  const [workflow, setWorkflow] = useState<NewWorkflow>(blank);
  const { isSaving, save } = useSaving();
  const change = (part: Partial<NewWorkflow>) => setWorkflow((before) => ({ ...before, ...part }));
  const turnOn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const isOn = await save(
      () => call('/_sandbox/workflows', { method: 'POST', body: workflow }),
      'The workflow was not created',
    );
    if (!isOn) return;
    alert({ type: 'success', message: `${workflow.name} is on.` });
    created();
  };
  return (
    <form onSubmit={turnOn} className="workflow-editor" aria-label="Create workflow">
      <h1 className="sr-only">Create workflow</h1>
      <header className="workflow-bar">
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
        <label className="workflow-name">
          <span className="sr-only">Name</span>
          <input required value={workflow.name} onChange={({ target }) => change({ name: target.value })} />
        </label>
        <button type="submit" className="button primary" disabled={isSaving}>
          Turn on
        </button>
      </header>
      <div className="workflow-canvas">
        <TriggerCard palette={palette} workflow={workflow} change={change} />
        <ActionSteps
          palette={palette}
          eventUid={workflow.trigger.kind === 'event' ? workflow.trigger.eventUid : null}
          actions={workflow.actions}
          before={[]}
          change={(actions) => change({ actions })}
        />
      </div>
    </form>
  );
}

function usePalette(catalog: Catalog): Palette {
  const { language } = useLocale();
  const custom = useAnswer<readonly CustomActionView[]>(`/_sandbox/workflow-actions?language=${language}`);
  const events = useAnswer<readonly EventTypeView[]>('/_sandbox/workflow-events');
  return {
    catalog,
    custom: custom.kind === 'ready' ? custom.value : [],
    events: events.kind === 'ready' ? events.value : [],
  };
}
