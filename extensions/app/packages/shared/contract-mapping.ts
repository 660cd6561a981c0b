/** What the settings page is told of a portal's own pipelines and properties. */
import { list, oneOf, orNull, record, type Shape, text, truth } from './shape.ts';

/** The answer of `GET /settings/mapping`: asked when that part is opened, since HubSpot is asked for it. */
export type MappingView = {
  readonly kind: 'mapping';
  readonly fields: readonly MappedFieldView[];
  readonly deals: readonly PipelineView<DealStageView>[];
  readonly tickets: readonly PipelineView<TicketStageView>[];
};

export type PipelineView<Stage> = {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly Stage[];
};

export type DealStageView = {
  readonly id: string;
  readonly label: string;
  /** HubSpot says it. */
  readonly outcome: 'open' | 'won' | 'lost';
  readonly qualified: boolean;
  readonly project: boolean;
  readonly completed: boolean;
};

export type TicketStageView = { readonly id: string; readonly label: string; readonly closed: boolean };

/** By the stage's id. */
export type PipelineChangeView = {
  readonly dealStages?: Readonly<
    Record<string, { readonly [K in 'qualified' | 'project' | 'completed']?: boolean }>
  >;
  readonly ticketStages?: Readonly<Record<string, { readonly closed: boolean }>>;
};

export type MappedFieldView = {
  readonly field: string;
  readonly object: string;
  /** What is read now. */
  readonly value: string | null;
  /** What Rapport found by its name at the installation. */
  readonly recognised: string | null;
  readonly options: readonly { readonly id: string; readonly label: string }[];
};

const named = { id: text, label: text };
const pipelines = (stage: Shape) => list(record({ ...named, stages: list(stage) }));
const mapping = record({
  kind: oneOf(['mapping']),
  fields: list(
    record({
      field: text,
      object: text,
      value: orNull(text),
      recognised: orNull(text),
      options: list(record({ id: text, label: text })),
    }),
  ),
  deals: pipelines(record({ ...named, outcome: text, qualified: truth, project: truth, completed: truth })),
  tickets: pipelines(record({ ...named, closed: truth })),
});
export function isMappingView(it: unknown): it is MappingView {
  return mapping(it);
}
