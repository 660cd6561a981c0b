/** A small workflow builder: one property as trigger, any of its values, up to a few actions. */
import { type FormEvent, useState } from 'react';
import type { CustomActionView, NewWorkflow, WorkflowAction } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Catalog } from '../api/use-catalog.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { ActionFields } from './ActionFields.tsx';

type Props = { catalog: Catalog; close: () => void; created: () => void };

const firstProperty = 'rapport_stage';
const firstAction: WorkflowAction = { kind: 'create-task', subject: 'Look at this relationship' };

export function WorkflowBuilder({ catalog, close, created }: Props) {
  const alert = useAlerts();
  const [trigger, setTrigger] = useState<Trigger>({
    property: catalog.find(firstProperty) ? firstProperty : (catalog.properties[0]?.name ?? ''),
    values: [],
  });
  const [actions, setActions] = useState<readonly WorkflowAction[]>([firstAction]);
  const { isSaving, save } = useSaving();
  const turnOn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    const body = toWorkflow(name, trigger, actions);
    const isOn = await save(
      () => call('/_sandbox/workflows', { method: 'POST', body }),
      'The workflow was not created',
    );
    if (!isOn) return;
    alert({ type: 'success', message: `${name} is on.` });
    created();
  };
  return (
    <Dialog title="Create workflow" kind="panel" close={close}>
      <form onSubmit={turnOn} className="builder">
        <div className="hs-dialog-body fields">
          <label className="field">
            Name
            <input name="name" required defaultValue="Stage changed" />
          </label>
          <TriggerStep catalog={catalog} trigger={trigger} change={setTrigger} />
          <ActionSteps catalog={catalog} actions={actions} change={setActions} />
        </div>
        <footer className="hs-dialog-footer">
          <button type="submit" className="button primary" disabled={isSaving || trigger.property === ''}>
            Turn on
          </button>
          <button type="button" className="button secondary" onClick={close}>
            Cancel
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

type Trigger = { readonly property: string; readonly values: readonly string[] };

function toWorkflow(name: string, trigger: Trigger, actions: readonly WorkflowAction[]): NewWorkflow {
  const values = trigger.values.filter((value) => value !== '');
  const operator = values.length > 0 ? 'is any of' : 'changed';
  return { name, trigger: { objectType: 'contact', property: trigger.property, operator, values }, actions };
}

type TriggerProps = { catalog: Catalog; trigger: Trigger; change: (trigger: Trigger) => void };

function TriggerStep({ catalog, trigger, change }: TriggerProps) {
  const { property, values } = trigger;
  return (
    <section className="step">
      <h3>When this happens</h3>
      <label className="field">
        Contact property
        <select value={property} onChange={({ target }) => change({ property: target.value, values: [] })}>
          {catalog.groups.map((group) => (
            <optgroup key={group.name} label={group.label}>
              {catalog.properties
                .filter(({ groupName, hidden }) => groupName === group.name && !hidden)
                .map(({ name, label }) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <TriggerValues
        catalog={catalog}
        property={property}
        values={values}
        change={(next) => change({ property, values: next })}
      />
    </section>
  );
}

type ActionsProps = {
  catalog: Catalog;
  actions: readonly WorkflowAction[];
  change: (actions: readonly WorkflowAction[]) => void;
};

function ActionSteps({ catalog, actions, change }: ActionsProps) {
  const custom = useAnswer<readonly CustomActionView[]>('/_sandbox/workflow-actions');
  const replace = (at: number, action: WorkflowAction) =>
    change(actions.map((one, nth) => (nth === at ? action : one)));
  return (
    <>
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: actions have no identity but their place
        <section className="step" key={at}>
          <h3>{at === 0 ? 'Do this' : 'Then this'}</h3>
          <ActionFields
            action={action}
            catalog={catalog}
            custom={custom.kind === 'ready' ? custom.value : []}
            change={(next) => replace(at, next)}
          />
        </section>
      ))}
      <button
        type="button"
        className="button secondary"
        onClick={() => change([...actions, { kind: 'log', message: 'done' }])}
      >
        Add action
      </button>
    </>
  );
}

type ValuesProps = {
  catalog: Catalog;
  property: string;
  values: readonly string[];
  change: (values: readonly string[]) => void;
};

function TriggerValues({ catalog, property, values, change }: ValuesProps) {
  const options = catalog.find(property)?.options ?? [];
  if (options.length === 0) {
    return (
      <label className="field">
        New value, empty for any change
        <input value={values[0] ?? ''} onChange={({ target }) => change([target.value])} />
      </label>
    );
  }
  const toggle = (value: string) =>
    change(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <fieldset className="choices">
      <legend>Becomes any of (none chosen: any change)</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="hs-check">
          <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
