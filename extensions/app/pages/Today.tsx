/** What needs somebody today: the first steps of a new portal, who slips soon, and open recoveries. */
import {
  AutoGrid,
  Flex,
  ProgressBar,
  Statistics,
  StatisticsItem,
  StatusTag,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import { PageLink } from '@hubspot/ui-extensions/pages';
import { counted } from '@rapport/shared/page-viewer.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import type { SectionProps } from './Overview.tsx';

export function Today({ home, viewer, texts }: SectionProps) {
  const { summary, health } = home;
  const isNew = home.firstSteps.some(({ isDone }) => !isDone);
  return (
    <Flex direction="column" gap="md">
      {health.reading !== null && (
        <ProgressBar
          title={texts.reading}
          value={health.reading.done}
          maxValue={Math.max(health.reading.total, health.reading.done, 1)}
          valueDescription={`${counted(health.reading.done, '', viewer)} / ${counted(health.reading.total, '', viewer)}`}
        />
      )}
      {summary === null ? (
        <Text>{texts.counting}</Text>
      ) : (
        <AutoGrid columnWidth={200} flexible={true} gap="md">
          <Figure
            label={texts.slipping7}
            value={counted(summary.slipping.days7, texts.few, viewer)}
            to={{ by: 'slipping', value: '7' }}
            show={texts.show}
          />
          <Figure
            label={texts.slipping30}
            value={counted(summary.slipping.days30, texts.few, viewer)}
            to={{ by: 'slipping', value: '30' }}
            show={texts.show}
          />
          <Figure
            label={texts.recovering}
            value={counted(summary.recovering, texts.few, viewer)}
            to={{ by: 'recovering', value: 'open' }}
            show={texts.show}
          />
        </AutoGrid>
      )}
      {isNew && <FirstSteps home={home} texts={texts} />}
    </Flex>
  );
}

type FigureProps = { label: string; value: string; to: { by: string; value: string }; show: string };

function Figure({ label, value, to, show }: FigureProps) {
  return (
    <Tile compact={true}>
      <Statistics>
        <StatisticsItem label={label} number={value} />
      </Statistics>
      <PageLink to="/list/:by/:value" params={to}>
        {`${show}: ${label}`}
      </PageLink>
    </Tile>
  );
}

function FirstSteps({ home, texts }: Pick<SectionProps, 'home' | 'texts'>) {
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <SectionTitle>{texts.firstSteps}</SectionTitle>
        {home.firstSteps.map(({ step, isDone }) => (
          <Flex key={step} direction="row" gap="sm" align="center">
            <StatusTag variant={isDone ? 'success' : 'default'}>{isDone ? texts.done : texts.open}</StatusTag>
            <Flex direction="column" gap="flush">
              <Text format={{ fontWeight: 'demibold' }}>{texts.steps[step].title}</Text>
              {!isDone && <Text variant="microcopy">{texts.steps[step].how}</Text>}
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Tile>
  );
}
