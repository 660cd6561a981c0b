/** What needs somebody today: the first steps of a new portal, who slips soon, and open recoveries with their clocks. */
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
import type { HealthView } from '@rapport/shared/contract-home.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { counted } from '@rapport/shared/page-viewer.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { ContactTable } from './ContactTable.tsx';
import type { SectionProps } from './Overview.tsx';
import { type ListAddress, useList } from './use-list.ts';

const slipping: ListAddress = { by: 'slipping', value: '30' };
const recovering: ListAddress = { by: 'recovering', value: 'open' };

export function Today(props: SectionProps) {
  const { home, viewer, texts } = props;
  const { summary, health } = home;
  const isNew = home.firstSteps.some(({ isDone }) => !isDone);
  return (
    <Flex direction="column" gap="md">
      {health.reading !== null && <Reading reading={health.reading} {...props} />}
      {isNew && <FirstSteps {...props} />}
      {summary === null ? (
        <Text>{texts.counting}</Text>
      ) : (
        <>
          <AutoGrid columnWidth={200} flexible={true} gap="md">
            <Figure label={texts.slipping7} count={summary.slipping.days7} {...props} />
            <Figure label={texts.slipping30} count={summary.slipping.days30} {...props} />
            <Figure label={texts.recovering} count={summary.recovering} {...props} />
          </AutoGrid>
          <Pressing
            title={texts.lists.recovering}
            none={texts.noRecovery}
            of={recovering}
            viewer={viewer}
            texts={texts}
          />
          <Pressing
            title={texts.lists.slipping}
            none={texts.noSlip}
            of={slipping}
            viewer={viewer}
            texts={texts}
          />
        </>
      )}
    </Flex>
  );
}

function Reading({ reading, viewer, texts }: SectionProps & { reading: NonNullable<HealthView['reading']> }) {
  const number = (value: number) => counted(value, '', viewer);
  const { done, total, remainingMs } = reading;
  const left = remainingMs === null ? '' : `. ${texts.atLeast(Math.ceil(remainingMs / 60_000))}`;
  return (
    <ProgressBar
      title={texts.reading}
      value={done}
      maxValue={Math.max(total, done, 1)}
      valueDescription={`${number(done)} / ${number(total)}${left}`}
    />
  );
}

function Figure({ label, count, viewer, texts }: SectionProps & { label: string; count: number | null }) {
  return (
    <Tile compact={true}>
      <Statistics>
        <StatisticsItem label={label} number={counted(count, texts.few, viewer)} />
      </Statistics>
    </Tile>
  );
}

/** So many contacts are shown here; the list has them all. */
const shownHere = 5;

type PressingProps = Pick<SectionProps, 'viewer' | 'texts'> & {
  title: string;
  none: string;
  of: ListAddress;
};

function Pressing({ title, none, of, viewer, texts }: PressingProps) {
  const question = useList(viewer.backend, of, null);
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{title}</SectionTitle>
      <PageState question={question} what="contacts" viewer={viewer}>
        {(list) =>
          list.contacts.length === 0 ? (
            <Text>{none}</Text>
          ) : (
            <>
              <ContactTable
                list={{ ...list, contacts: list.contacts.slice(0, shownHere) }}
                by={of.by}
                viewer={viewer}
              />
              <PageLink to="/list/:by/:value" params={{ ...of }}>
                {`${texts.showAll}: ${title}`}
              </PageLink>
            </>
          )
        }
      </PageState>
    </Flex>
  );
}

function FirstSteps({ home, texts }: SectionProps) {
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <SectionTitle>{texts.firstSteps}</SectionTitle>
        {home.firstSteps.map(({ step, isDone }) => (
          <Flex key={step} direction="row" gap="sm" align="start">
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
