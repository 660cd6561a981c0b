/** The mapping as the settings page shows it: of each field what is read now, and all that could be. */
import type { MappedFieldView, MappingView } from '@rapport/shared/contract-mapping.ts';
import type { MappableField } from '../usecases/mappable.ts';
import { withPipelineChoices } from '../usecases/pipeline-choices.ts';
import type { MappedField } from '../usecases/property-mapping.ts';
import type { PortalMapping } from '../usecases/read-mapping.ts';

export function mappingView({ mappable, recognised, chosen }: PortalMapping): MappingView {
  const { dealStages, ticketStages } = withPipelineChoices(mappable.pipelines, chosen.pipelines);
  // The keys of the record are the fields; Object.entries forgets that.
  const fields = Object.entries(mappable.fields) as [MappedField, MappableField][];
  return {
    kind: 'mapping',
    fields: fields.map(([field, { object, options }]): MappedFieldView => {
      const value = { ...recognised, ...chosen.mapping }[field];
      return { field, object, value, recognised: recognised[field], options };
    }),
    deals: mappable.deals.map(({ stages, ...pipeline }) => ({
      ...pipeline,
      stages: stages.flatMap((stage) => {
        const meaning = dealStages[stage.id];
        if (meaning === undefined) return [];
        const { outcome, qualified, project, completed = false } = meaning;
        return [{ ...stage, outcome, qualified, project, completed }];
      }),
    })),
    tickets: mappable.tickets.map(({ stages, ...pipeline }) => ({
      ...pipeline,
      stages: stages.map((stage) => ({ ...stage, closed: ticketStages[stage.id]?.closed ?? false })),
    })),
  };
}
