/** What the stages of each pipeline mean, and the answers about the business that differ there. */
import { Accordion, AutoGrid, Flex, Select, Text, Toggle } from '@hubspot/ui-extensions';
import type {
  DealStageView,
  MappingView,
  PipelineView,
  TicketStageView,
} from '@rapport/shared/contract-mapping.ts';
import { mappingTexts } from '@rapport/shared/mapping-texts.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { OwnAnswer } from './Families.tsx';
import type { PartProps } from './Settings.tsx';

type PipelinesProps = PartProps & {
  mapping: MappingView;
  /** False where a property names the product family: then its values are answered for. */
  isAnswered: boolean;
};

export function Pipelines({ mapping, isAnswered, ...props }: PipelinesProps) {
  const texts = mappingTexts(props.viewer.language);
  const { deals, tickets } = mapping;
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.pipelines}</SectionTitle>
      {deals.length + tickets.length === 0 && <Text>{texts.noPipelines}</Text>}
      {deals.map((pipeline) => (
        <Accordion key={pipeline.id} title={`${texts.deals}: ${pipeline.label}`} size="small">
          <Flex direction="column" gap="md">
            {isAnswered && <OwnAnswer family={pipeline.id} {...props} />}
            <DealStages pipeline={pipeline} {...props} />
          </Flex>
        </Accordion>
      ))}
      {tickets.map((pipeline) => (
        <Accordion key={pipeline.id} title={`${texts.tickets}: ${pipeline.label}`} size="small">
          <TicketStages pipeline={pipeline} {...props} />
        </Accordion>
      ))}
    </Flex>
  );
}

type DealChange = Partial<Pick<DealStageView, 'qualified' | 'project' | 'completed'>>;

function DealStages({ pipeline, ...props }: PartProps & { pipeline: PipelineView<DealStageView> }) {
  const { settings, viewer, changes } = props;
  const texts = mappingTexts(viewer.language);
  const drafted = changes.draft.pipelines?.dealStages ?? {};
  const stages = pipeline.stages.map((stage) => ({ ...stage, ...drafted[stage.id] }));
  const change = (ids: readonly string[], to: DealChange) => {
    const changed = ids.map((id) => [id, { ...drafted[id], ...to }]);
    changes.set({
      pipelines: { ...changes.draft.pipelines, dealStages: { ...drafted, ...Object.fromEntries(changed) } },
    });
  };
  const isProject = stages.some(({ project }) => project);
  return (
    <>
      <Toggle
        label={texts.projects}
        name={`project-${pipeline.id}`}
        size="sm"
        textChecked=" "
        textUnchecked=" "
        readonly={!settings.mayChange}
        checked={isProject}
        onChange={(project) =>
          change(
            stages.map(({ id }) => id),
            project ? { project } : { project, completed: false },
          )
        }
      />
      <StageMeanings
        pipeline={pipeline.id}
        readOnly={!settings.mayChange}
        stages={stages.map((stage) => ({
          id: stage.id,
          label: stage.label,
          description: texts.outcomes[stage.outcome],
          meaning: dealMeaning(stage),
          options: dealMeanings(stage, isProject).map((value) => ({
            value,
            label: texts.dealMeanings[value],
          })),
        }))}
        set={(id, meaning) => change([id], meaningOf[meaning] ?? {})}
      />
    </>
  );
}

type DealMeaning = keyof ReturnType<typeof mappingTexts>['dealMeanings'];

function dealMeaning({ outcome, qualified, completed }: DealStageView): DealMeaning {
  if (outcome === 'open') return qualified ? 'qualified' : 'early';
  if (outcome === 'lost') return 'lost';
  return completed ? 'completed' : 'won';
}

function dealMeanings({ outcome }: DealStageView, isProject: boolean): readonly DealMeaning[] {
  if (outcome === 'open') return ['early', 'qualified'];
  if (outcome === 'lost') return ['lost'];
  return isProject ? ['won', 'completed'] : ['won'];
}

const meaningOf: Readonly<Record<string, DealChange>> = {
  early: { qualified: false },
  qualified: { qualified: true },
  won: { completed: false },
  completed: { completed: true },
};

function TicketStages({ pipeline, ...props }: PartProps & { pipeline: PipelineView<TicketStageView> }) {
  const { settings, viewer, changes } = props;
  const texts = mappingTexts(viewer.language);
  const drafted = changes.draft.pipelines?.ticketStages ?? {};
  return (
    <StageMeanings
      pipeline={pipeline.id}
      readOnly={!settings.mayChange}
      stages={pipeline.stages.map(({ id, label, closed }) => ({
        id,
        label,
        meaning: (drafted[id]?.closed ?? closed) ? 'closed' : 'open',
        options: (['open', 'closed'] as const).map((value) => ({
          value,
          label: texts.ticketMeanings[value],
        })),
      }))}
      set={(id, meaning) =>
        changes.set({
          pipelines: {
            ...changes.draft.pipelines,
            ticketStages: { ...drafted, [id]: { closed: meaning === 'closed' } },
          },
        })
      }
    />
  );
}

type StageMeaning = {
  id: string;
  label: string;
  /** What HubSpot says of it; absent where it says nothing. */
  description?: string;
  meaning: string;
  options: { value: string; label: string }[];
};

type StageMeaningsProps = {
  pipeline: string;
  readOnly: boolean;
  stages: readonly StageMeaning[];
  set: (id: string, meaning: string) => void;
};

function StageMeanings({ pipeline, readOnly, stages, set }: StageMeaningsProps) {
  return (
    <AutoGrid columnWidth={280} flexible={true} gap="md">
      {stages.map(({ id, meaning, options, ...field }) => (
        <Select
          key={id}
          {...field}
          name={`${pipeline}-${id}`}
          readOnly={readOnly || options.length === 1}
          value={meaning}
          options={options}
          onChange={(chosen) => set(id, String(chosen))}
        />
      ))}
    </AutoGrid>
  );
}
