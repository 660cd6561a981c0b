/** One condition of a filter or a branch: of what, which, and how it has to be. */
import type { Condition } from '../../sandbox-api-for-pages.ts';
import { OptionBoxes, PropertySelect, SelectField, TextField } from './fields.tsx';
import type { Palette } from './WorkflowBuilder.tsx';

type Props = {
  palette: Palette;
  /** The event that enrolls, whose properties can be asked; null without one. */
  eventUid: string | null;
  /** App actions that ran before, whose outputs can be asked. */
  outputsOf: readonly string[];
  condition: Condition;
  change: (condition: Condition) => void;
};

const operators = [
  'is any of',
  'is none of',
  'is known',
  'is unknown',
  'is more than',
  'is less than',
] as const;

export function ConditionFields(props: Props) {
  const { palette, condition, change } = props;
  const named = namedIn(props);
  const options = named.find(({ value }) => value === condition.name)?.options ?? [];
  const needsValue = condition.operator !== 'is known' && condition.operator !== 'is unknown';
  return (
    <>
      <SelectField
        label="Look at"
        value={condition.of}
        options={sourcesIn(props)}
        change={(of) => change(firstOf(of, props))}
      />
      {condition.of === 'property' ? (
        <PropertySelect
          label="Property"
          catalog={palette.catalog}
          value={condition.name}
          change={(name) => change({ ...condition, name, values: [] })}
        />
      ) : (
        <SelectField
          label={condition.of === 'output' ? 'Output' : 'Event property'}
          value={condition.name}
          options={named}
          change={(name) => change({ ...condition, name, values: [] })}
        />
      )}
      <SelectField
        label="Condition"
        value={condition.operator}
        options={operators.map((value) => ({ value, label: value }))}
        change={(chosen) => {
          const operator = operators.find((one) => one === chosen);
          if (operator !== undefined) change({ ...condition, operator });
        }}
      />
      {needsValue && options.length > 0 && (
        <OptionBoxes
          legend="Values"
          options={options}
          chosen={condition.values}
          change={(values) => change({ ...condition, values })}
        />
      )}
      {needsValue && options.length === 0 && (
        <TextField
          label="Value"
          value={condition.values[0] ?? ''}
          change={(value) => change({ ...condition, values: [value] })}
        />
      )}
    </>
  );
}

type Named = {
  readonly value: string;
  readonly label: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
};

/** What can be asked of the chosen source. */
function namedIn({ palette, eventUid, outputsOf, condition }: Props): readonly Named[] {
  if (condition.of === 'property') {
    return palette.catalog.properties.map(({ name, label, options }) => ({ value: name, label, options }));
  }
  if (condition.of === 'event') {
    const event = palette.events.find(({ uid }) => uid === eventUid);
    return (event?.properties ?? []).map(({ name, label, options }) => ({ value: name, label, options }));
  }
  const ran = palette.custom.filter(({ uid }) => outputsOf.includes(uid));
  return ran.flatMap(({ outputFields }) =>
    outputFields.map(({ name, label, options }) => ({ value: name, label, options })),
  );
}

function sourcesIn({ eventUid, outputsOf }: Props) {
  return [
    { value: 'property', label: 'A contact property' },
    ...(eventUid === null ? [] : [{ value: 'event', label: 'The event' }]),
    ...(outputsOf.length === 0 ? [] : [{ value: 'output', label: 'An action output' }]),
  ];
}

function firstOf(chosen: string, props: Props): Condition {
  const of = chosen === 'event' || chosen === 'output' ? chosen : 'property';
  const condition: Condition = { of, name: 'rapport_stage', operator: 'is any of', values: [] };
  const name = of === 'property' ? condition.name : (namedIn({ ...props, condition })[0]?.value ?? '');
  return { ...condition, name };
}
