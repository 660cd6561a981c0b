/** Whether it came true in the past, what people called wrong, and how the sync stands. */
import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  hubspot,
  List,
  LoadingButton,
  Text,
} from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import { type HomeView, isHomeView } from '@rapport/shared/contract-home.ts';
import { counted, share } from '@rapport/shared/page-viewer.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { stageWord } from '@rapport/shared/stage-word.ts';
import { decimal } from '@rapport/shared/viewer.ts';
import { useState } from 'react';
import type { SectionProps } from './Overview.tsx';

export function QualityAndSync(props: SectionProps & { show: (home: HomeView) => void }) {
  const { home, viewer, texts } = props;
  const wrong = home.summary?.disagreements ?? [];
  return (
    <Flex direction="column" gap="md">
      <SectionTitle>{texts.backtest}</SectionTitle>
      <Backtest {...props} />
      <SectionTitle>{texts.disagreements}</SectionTitle>
      {wrong.length === 0 ? (
        <Text>{texts.noDisagreements}</Text>
      ) : (
        <List variant="unordered-styled">
          {wrong.map(({ about, shown, count }) => (
            <Text key={`${about} ${shown}`}>
              {`${about}, ${stageWord(shown, viewer.language)}: ${counted(count, texts.few, viewer)}`}
            </Text>
          ))}
        </List>
      )}
      <SectionTitle>{texts.health}</SectionTitle>
      <Health {...props} />
    </Flex>
  );
}

function Backtest({ home: { backtest }, viewer, texts }: SectionProps) {
  if (backtest === null) return <Text>{texts.backtestMissing}</Text>;
  const number = (value: number) => counted(value, '', viewer);
  if (backtest.kind === 'too-little-data')
    return <Text>{texts.backtestFew(number(backtest.outcomes), number(backtest.needed))}</Text>;
  const { apart, auc } = backtest;
  const ranked = [auc['vitality'], auc['recency'], auc['bgnbd']].map((it) =>
    it === null || it === undefined ? '–' : decimal(it * 100, viewer),
  );
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={texts.outcomes}>{number(backtest.outcomes)}</DescriptionListItem>
      <DescriptionListItem label={texts.baseRate(backtest.horizonDays)}>
        {share(backtest.baseRate, viewer)}
      </DescriptionListItem>
      {apart !== null && (
        <DescriptionListItem label={texts.apartRate}>
          {`${share(apart.share, viewer)} (${texts.interval(share(apart.low, viewer), share(apart.high, viewer))})`}
        </DescriptionListItem>
      )}
      <DescriptionListItem label={texts.lost}>{number(backtest.lost)}</DescriptionListItem>
      <DescriptionListItem label={texts.found}>{number(backtest.found)}</DescriptionListItem>
      <DescriptionListItem label={texts.falseAlarms}>{number(backtest.falseAlarms)}</DescriptionListItem>
      <DescriptionListItem label={texts.auc}>{`${ranked.join(' · ')} %`}</DescriptionListItem>
    </DescriptionList>
  );
}

function Health({ home, viewer, texts, show }: SectionProps & { show: (home: HomeView) => void }) {
  const { health } = home;
  const number = (value: number) => counted(value, '', viewer);
  const [isTrying, setTrying] = useState(false);
  const retry = async () => {
    setTrying(true);
    const subjects = health.parked.map(({ subject }) => subject).slice(0, 100);
    const path = `${viewer.backend}/home/retry?locale=${viewer.language}`;
    const send = () => hubspot.fetch(path, { method: 'POST', body: { subjects } });
    const answer = await ask({ send, reads: isHomeView, alsoReads: [] });
    setTrying(false);
    if ('value' in answer) show(answer.value);
  };
  return (
    <Flex direction="column" gap="sm">
      <Text>{health.reading === null ? texts.allRead : texts.reading}</Text>
      <DescriptionList direction="row">
        <DescriptionListItem label={texts.waiting.records}>
          {number(health.waiting.records)}
        </DescriptionListItem>
        <DescriptionListItem label={texts.waiting.contacts}>
          {number(health.waiting.contacts)}
        </DescriptionListItem>
        <DescriptionListItem label={texts.waiting.due}>{number(health.waiting.due)}</DescriptionListItem>
      </DescriptionList>
      <Text format={{ fontWeight: 'demibold' }}>{texts.parked}</Text>
      {health.parked.length === 0 ? (
        <Text>{texts.nothingParked}</Text>
      ) : (
        <>
          <List variant="unordered-styled">
            {health.parked.slice(0, 20).map(({ subject, sentence }) => (
              <Text key={subject}>{sentence}</Text>
            ))}
          </List>
          {health.mayRetry && (
            <LoadingButton size="small" loading={isTrying} onClick={() => void retry()}>
              {texts.retryParked}
            </LoadingButton>
          )}
        </>
      )}
    </Flex>
  );
}
