/** The fields of one workflow action: which kind, and what that kind needs. */
import type { CustomActionView, WorkflowAction } from '../../sandbox-api-for-pages.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { PropertySelect, SelectField, TextField } from './fields.tsx';
import type { Palette } from './WorkflowBuilder.tsx';

export const actionWords = {
  'create-task': 'create a task',
  'set-property': 'set a property',
  custom: 'run an app action',
  branch: 'branch',
  delay: 'delay',
  webhook: 'send a webhook',
  log: 'write to the log',
} as const;

export const actionIcons = {
  'create-task': 'tasks',
  'set-property': 'edit',
  custom: 'integrations',
  branch: 'workflows',
  delay: 'delay',
  webhook: 'send',
  log: 'documents',
} as const;

type Props = {
  action: WorkflowAction;
  palette: Palette;
  eventUid: string | null;
  ranBefore: readonly string[];
  change: (action: WorkflowAction) => void;
};

export function ActionFields(props: Props) {
  const { action, palette, change } = props;
  const kinds = Object.entries(actionWords)
    .filter(([kind]) => kind !== 'custom' || palette.custom.length > 0)
    .map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField
        label="Action"
        value={action.kind}
        options={kinds}
        change={(kind) => change(firstOf(kind, props))}
      />
      <KindFields {...props} />
    </>
  );
}

function firstOf(kind: string, { palette, ranBefore }: Props): WorkflowAction {
  switch (kind) {
    case 'create-task':
      return { kind, subject: 'Look at this relationship' };
    case 'set-property':
      return { kind, property: 'hs_lead_status', value: '' };
    case 'custom':
      return { kind, actionUid: palette.custom[0]?.uid ?? '', inputFields: {} };
    case 'delay':
      return { kind, amount: 1, unit: 'days' };
    case 'webhook':
      return { kind, url: 'https://' };
    case 'branch': {
      const ran = palette.custom.find(({ uid }) => uid === ranBefore.at(-1));
      const output = ran?.outputFields[0]?.name;
      const of = output === undefined ? 'property' : 'output';
      const name = output ?? 'rapport_stage';
      return { kind, condition: { of, name, operator: 'is any of', values: [] }, yes: [], no: [] };
    }
    default:
      return { kind: 'log', message: 'done' };
  }
}

function KindFields({ action, palette, eventUid, ranBefore, change }: Props) {
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
    case 'webhook':
      return (
        <TextField
          label="Address"
          type="url"
          value={action.url}
          change={(url) => change({ ...action, url })}
        />
      );
    case 'set-property':
      return <SetPropertyFields action={action} palette={palette} change={change} />;
    case 'delay':
      return <DelayFields action={action} change={change} />;
    case 'branch':
      return (
        <ConditionFields
          palette={palette}
          eventUid={eventUid}
          outputsOf={ranBefore}
          condition={action.condition}
          change={(condition) => change({ ...action, condition })}
        />
      );
    case 'custom':
      return <CustomFields action={action} palette={palette} change={change} />;
  }
}

type Of<K extends WorkflowAction['kind']> = Extract<WorkflowAction, { kind: K }>;
type Change = Pick<Props, 'change'>;

function SetPropertyFields({
  action,
  palette: { catalog },
  change,
}: Change & { action: Of<'set-property'>; palette: Palette }) {
  const options = catalog.find(action.property)?.options ?? [];
  return (
    <>
      <PropertySelect
        label="Property"
        catalog={catalog}
        value={action.property}
        isChosen={({ readOnly }) => !readOnly}
        change={(property) => change({ ...action, property, value: '' })}
      />
      {options.length > 0 ? (
        <SelectField
          label="Value"
          value={action.value}
          options={[{ value: '', label: '(empty)' }, ...options]}
          change={(value) => change({ ...action, value })}
        />
      ) : (
        <TextField label="Value" value={action.value} change={(value) => change({ ...action, value })} />
      )}
    </>
  );
}

const units = ['minutes', 'hours', 'days'] as const;

function DelayFields({ action, change }: Change & { action: Of<'delay'> }) {
  return (
    <>
      <TextField
        label="Wait"
        type="number"
        value={String(action.amount)}
        change={(amount) => change({ ...action, amount: Number(amount) })}
      />
      <SelectField
        label="Unit"
        value={action.unit}
        options={units.map((value) => ({ value, label: value }))}
        change={(chosen) => {
          const unit = units.find((one) => one === chosen);
          if (unit !== undefined) change({ ...action, unit });
        }}
      />
    </>
  );
}

function CustomFields({ action, palette, change }: Change & { action: Of<'custom'>; palette: Palette }) {
  const { actionUid, inputFields } = action;
  const chosen = palette.custom.find(({ uid }) => uid === actionUid);
  return (
    <>
      <SelectField
        label="App action"
        value={actionUid}
        options={palette.custom.map(({ uid, name }) => ({ value: uid, label: name }))}
        change={(uid) => change({ ...action, actionUid: uid, inputFields: {} })}
      />
      {chosen?.inputFields.map((input) => (
        <InputField
          key={input.name}
          input={input}
          value={inputFields[input.name] ?? ''}
          change={(value) => change({ ...action, inputFields: { ...inputFields, [input.name]: value } })}
        />
      ))}
    </>
  );
}

type InputProps = {
  input: CustomActionView['inputFields'][number];
  value: string;
  change: (value: string) => void;
};

/** Text may name a property of the contact in braces, which is filled in at each run. */
function InputField({ input: { label, options, required }, value, change }: InputProps) {
  const words = required ? label : `${label} (optional)`;
  if (options.length === 0) return <TextField label={words} value={value} change={change} />;
  const empty = { value: '', label: 'Choose' };
  return <SelectField label={words} value={value} options={[empty, ...options]} change={change} />;
}
