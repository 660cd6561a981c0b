/** What a portal has that could say what the model reads: its own properties, and the stages of its pipelines, by name. */
import type { PipelineMeaning } from './ports.ts';
import type { MappedField, MappedObject } from './property-mapping.ts';

export type Mappable = {
  /** For each field the properties of its object that can hold such a value. */
  readonly fields: Readonly<Record<MappedField, MappableField>>;
  readonly deals: readonly NamedPipeline[];
  readonly tickets: readonly NamedPipeline[];
  /** What the stages mean as far as HubSpot and their names tell. */
  readonly pipelines: PipelineMeaning;
};

export type MappableField = {
  readonly object: MappedObject;
  readonly options: readonly Named[];
};

/** `id` of a property is its internal name. */
export type Named = { readonly id: string; readonly label: string };

export type NamedPipeline = Named & { readonly stages: readonly Named[] };
