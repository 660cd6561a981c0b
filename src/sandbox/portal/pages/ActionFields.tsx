/** The fields of one workflow action: which kind, and what that kind needs. */
import type { CustomActionView, WorkflowAction } from '../../sandbox-api-for-pages.ts';
import type { Catalog } from '../api/use-catalog.ts';
import { actionWords } from './WorkflowsPage.tsx';

type Props = {
  action: WorkflowAction;
  catalog: Catalog;
  custom: readonly CustomActionView[];
  change: (action: WorkflowAction) => void;
};

export function ActionFields({ action, catalog, custom, change }: Props) {
  const choose = (kind: string) => {
    if (kind === 'create-task') change({ kind, subject: 'Look at this relationship' });
    else if (kind === 'set-property') change({ kind, property: 'hs_lead_status', value: '' });
    else if (kind === 'custom') change({ kind, actionUid: custom[0]?.uid ?? '', inputFields: {} });
    else change({ kind: 'log', message: 'done' });
  };
  return (
    <>
      <label className="field">
        Action
        <select value={action.kind} onChange={({ target }) => choose(target.value)}>
          {Object.entries(actionWords)
            .filter(([kind]) => kind !== 'custom' || custom.length > 0)
            .map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
        </select>
      </label>
      <KindFields action={action} catalog={catalog} custom={custom} change={change} />
    </>
  );
}

function KindFields({ action, catalog, custom, change }: Props) {
  switch (action.kind) {
    case 'log':
      return (
        <TextField
          label="Message"
          value={action.message}
          change={(message) => change({ ...action, message })}
        />
      );
    case 'create-task':
      return (
        <TextField label="Task" value={action.subject} change={(subject) => change({ ...action, subject })} />
      );
    case 'set-property':
      return <SetPropertyFields action={action} catalog={catalog} change={change} />;
    case 'custom':
      return <CustomFields action={action} custom={custom} change={change} />;
  }
}

type Of<K extends WorkflowAction['kind']> = Extract<WorkflowAction, { kind: K }>;
type SetPropertyProps = Pick<Props, 'catalog' | 'change'> & { action: Of<'set-property'> };

function SetPropertyFields({ action, catalog, change }: SetPropertyProps) {
  const writable = catalog.properties.filter(({ readOnly, hidden }) => !readOnly && !hidden);
  return (
    <>
      <label className="field">
        Property
        <select
          value={action.property}
          onChange={({ target }) => change({ ...action, property: target.value })}
        >
          {writable.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <TextField label="Value" value={action.value} change={(value) => change({ ...action, value })} />
    </>
  );
}

type CustomProps = Pick<Props, 'custom' | 'change'> & { action: Of<'custom'> };

function CustomFields({ action, custom, change }: CustomProps) {
  const { actionUid, inputFields } = action;
  const chosen = custom.find(({ uid }) => uid === actionUid);
  return (
    <>
      <label className="field">
        App action
        <select
          value={actionUid}
          onChange={({ target }) => change({ ...action, actionUid: target.value, inputFields: {} })}
        >
          {custom.map(({ uid, name }) => (
            <option key={uid} value={uid}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen?.inputFields.map(({ name, label }) => (
        <TextField
          key={name}
          label={label}
          value={inputFields[name] ?? ''}
          change={(value) => change({ ...action, inputFields: { ...inputFields, [name]: value } })}
        />
      ))}
    </>
  );
}

function TextField({
  label,
  value,
  change,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
}) {
  return (
    <label className="field">
      {label}
      <input value={value} onChange={({ target }) => change(target.value)} />
    </label>
  );
}
