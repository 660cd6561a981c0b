/** A small workflow builder: one property as trigger, any of its values, up to a few actions. */
import { type FormEvent, useState } from 'react';
import type { CustomActionView, NewWorkflow, WorkflowAction } from '../../sandbox-api-for-pages.ts';
import { call, wordsOf } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Catalog } from '../api/use-catalog.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ActionFields } from './ActionFields.tsx';

type Props = { catalog: Catalog; close: () => void; created: () => void };

const firstProperty = 'rapport_stage';
const firstAction: WorkflowAction = { kind: 'create-task', subject: 'Look at this relationship' };

export function WorkflowBuilder({ catalog, close, created }: Props) {
  const alert = useAlerts();
  const custom = useAnswer<readonly CustomActionView[]>('/_sandbox/workflow-actions');
  const properties = catalog.properties.filter(({ hidden }) => !hidden);
  const [property, setProperty] = useState(
    catalog.find(firstProperty) ? firstProperty : (properties[0]?.name ?? ''),
  );
  const [values, setValues] = useState<readonly string[]>([]);
  const [actions, setActions] = useState<readonly WorkflowAction[]>([firstAction]);
  const [isSaving, setSaving] = useState(false);

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaving(true);
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    const wanted = values.filter((value) => value !== '');
    const workflow: NewWorkflow = {
      name,
      trigger: {
        objectType: 'contact',
        property,
        operator: wanted.length > 0 ? 'is any of' : 'changed',
        values: wanted,
      },
      actions,
    };
    try {
      await call('/_sandbox/workflows', { method: 'POST', body: workflow });
      alert({ type: 'success', message: `${name} is on.` });
      created();
    } catch (error) {
      alert({ type: 'danger', title: 'The workflow was not created', message: wordsOf(error) });
      setSaving(false);
    }
  };
  const replace = (at: number, action: WorkflowAction) =>
    setActions(actions.map((one, nth) => (nth === at ? action : one)));
  return (
    <Dialog title="Create workflow" kind="panel" close={close}>
      <form onSubmit={save} className="builder">
        <div className="hs-dialog-body fields">
          <label className="field">
            Name
            <input name="name" required defaultValue="Stage changed" />
          </label>
          <section className="step">
            <h3>When this happens</h3>
            <label className="field">
              Contact property
              <select
                value={property}
                onChange={({ target }) => {
                  setProperty(target.value);
                  setValues([]);
                }}
              >
                {catalog.groups.map((group) => (
                  <optgroup key={group.name} label={group.label}>
                    {properties
                      .filter(({ groupName }) => groupName === group.name)
                      .map(({ name, label }) => (
                        <option key={name} value={name}>
                          {label}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            </label>
            <TriggerValues catalog={catalog} property={property} values={values} change={setValues} />
          </section>
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
            onClick={() => setActions([...actions, { kind: 'log', message: 'done' }])}
          >
            Add action
          </button>
        </div>
        <footer className="hs-dialog-footer">
          <button type="submit" className="button primary" disabled={isSaving || property === ''}>
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
