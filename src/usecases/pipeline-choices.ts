/** What an admin says a stage of a pipeline means, where HubSpot and the stage's name do not tell. */
import type { PipelineMeaning } from './ports.ts';

type DealStage = PipelineMeaning['dealStages'][string];

export type PipelineChoices = {
  readonly dealStages: Readonly<
    Record<string, { readonly [K in 'qualified' | 'project' | 'completed']?: boolean }>
  >;
  readonly ticketStages: Readonly<Record<string, { readonly closed: boolean }>>;
};

export const noPipelineChoices: PipelineChoices = { dealStages: {}, ticketStages: {} };

/** What is said of one stage leaves the others, and what else was said of it, as they are. */
export function addPipelineChoices(
  stood: PipelineChoices,
  { dealStages = {}, ticketStages = {} }: Partial<PipelineChoices>,
): PipelineChoices {
  const added = Object.entries(dealStages).map(([id, said]) => [id, { ...stood.dealStages[id], ...said }]);
  return {
    dealStages: { ...stood.dealStages, ...Object.fromEntries(added) },
    ticketStages: { ...stood.ticketStages, ...ticketStages },
  };
}

/** Stages that the portal no longer has stay out. Whether a deal is won or lost is HubSpot's to say. */
export function withPipelineChoices(recognised: PipelineMeaning, chosen: PipelineChoices): PipelineMeaning {
  return {
    dealStages: mapValues(
      recognised.dealStages,
      (stage, id): DealStage => ({
        ...stage,
        ...chosen.dealStages[id],
      }),
    ),
    ticketStages: mapValues(recognised.ticketStages, (stage, id) => ({
      ...stage,
      ...chosen.ticketStages[id],
    })),
  };
}

function mapValues<T>(of: Readonly<Record<string, T>>, to: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value, key)]));
}
