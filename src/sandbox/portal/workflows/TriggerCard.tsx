/** The card on top of the canvas: what enrolls a contact, and which contacts are left out. */
import type { NewWorkflow, WorkflowTrigger } from '../../sandbox-api-for-pages.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { OptionBoxes, PropertySelect, SelectField, TextField } from './fields.tsx';
import type { Palette } from './WorkflowBuilder.tsx';

type Props = {
  palette: Palette;
  workflow: NewWorkflow;
  change: (part: Partial<NewWorkflow>) => void;
};

const kinds = [
  { value: 'property', label: 'A property changes' },
  { value: 'date', label: 'A date comes near' },
  { value: 'event', label: 'An app event happens' },
] as const;

export function TriggerCard({ palette, workflow, change }: Props) {
  const { trigger, filters, reEnroll } = workflow;
  return (
    <section className="step trigger" aria-label="Trigger">
      <h3>
        <Glyph name="enroll" /> Enroll contacts when
      </h3>
      <SelectField
        label="Trigger"
        value={trigger.kind}
        options={kinds}
        change={(kind) => change({ trigger: firstOf(kind, palette) })}
      />
      <TriggerFields palette={palette} trigger={trigger} change={(next) => change({ trigger: next })} />
      {filters.map((filter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: filters have no identity but their place
        <fieldset className="condition" key={at}>
          <legend>And only if</legend>
          <ConditionFields
            palette={palette}
            eventUid={trigger.kind === 'event' ? trigger.eventUid : null}
            outputsOf={[]}
            condition={filter}
            change={(next) => change({ filters: filters.map((one, nth) => (nth === at ? next : one)) })}
          />
          <button
            type="button"
            className="button quiet small"
            onClick={() => change({ filters: filters.filter((_, nth) => nth !== at) })}
          >
            Remove filter
          </button>
        </fieldset>
      ))}
      <div className="step-buttons">
        <button
          type="button"
          className="button secondary small"
          onClick={() =>
            change({
              filters: [
                ...filters,
                { of: 'property', name: 'rapport_stage_movement', operator: 'is none of', values: [] },
              ],
            })
          }
        >
          Add filter
        </button>
        <label className="hs-check">
          <input
            type="checkbox"
            checked={reEnroll}
            onChange={({ target }) => change({ reEnroll: target.checked })}
          />{' '}
          Enroll again each time
        </label>
      </div>
    </section>
  );
}

function firstOf(kind: string, { catalog, events }: Palette): WorkflowTrigger {
  if (kind === 'event') return { kind, eventUid: events[0]?.uid ?? '' };
  if (kind === 'date') return { kind, property: 'rapport_holds_until', daysBefore: 14 };
  const property = catalog.find('rapport_stage') ? 'rapport_stage' : (catalog.properties[0]?.name ?? '');
  return { kind: 'property', property, operator: 'changed', values: [] };
}

type FieldsProps = {
  palette: Palette;
  trigger: WorkflowTrigger;
  change: (trigger: WorkflowTrigger) => void;
};

function TriggerFields({ palette: { catalog, events }, trigger, change }: FieldsProps) {
  switch (trigger.kind) {
    case 'event':
      return (
        <SelectField
          label="Event"
          value={trigger.eventUid}
          options={events.map(({ uid, label }) => ({ value: uid, label }))}
          change={(eventUid) => change({ ...trigger, eventUid })}
        />
      );
    case 'date':
      return (
        <>
          <PropertySelect
            label="Contact property"
            catalog={catalog}
            value={trigger.property}
            isChosen={({ type }) => type === 'date' || type === 'datetime'}
            change={(property) => change({ ...trigger, property })}
          />
          <TextField
            label="Days before"
            type="number"
            value={String(trigger.daysBefore)}
            change={(days) => change({ ...trigger, daysBefore: Math.round(Number(days)) })}
          />
        </>
      );
    case 'property':
      return <PropertyTrigger catalog={catalog} trigger={trigger} change={change} />;
  }
}

type PropertyProps = {
  catalog: Palette['catalog'];
  trigger: Extract<WorkflowTrigger, { kind: 'property' }>;
  change: (trigger: WorkflowTrigger) => void;
};

function PropertyTrigger({ catalog, trigger, change }: PropertyProps) {
  const set = (values: readonly string[]) => {
    const known = values.filter((value) => value !== '');
    change({ ...trigger, values: known, operator: known.length > 0 ? 'is any of' : 'changed' });
  };
  const options = catalog.find(trigger.property)?.options ?? [];
  return (
    <>
      <PropertySelect
        label="Contact property"
        catalog={catalog}
        value={trigger.property}
        change={(property) => change({ ...trigger, property, values: [], operator: 'changed' })}
      />
      {options.length > 0 ? (
        <OptionBoxes
          legend="Becomes any of (none chosen: any change)"
          options={options}
          chosen={trigger.values}
          change={set}
        />
      ) : (
        <TextField
          label="New value, empty for any change"
          value={trigger.values[0] ?? ''}
          change={(value) => set([value])}
        />
      )}
    </>
  );
}
