/** Whether it came true in the past, what people called wrong, and how the sync stands. */
import { DescriptionList, DescriptionListItem, Flex, List, Text } from '@hubspot/ui-extensions';
import type { HomeView } from '@rapport/shared/contract-home.ts';
import { correctionTexts } from '@rapport/shared/correction-texts.ts';
import { counted, share } from '@rapport/shared/page-viewer.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { stageWord } from '@rapport/shared/stage-word.ts';
import { decimal, type Viewer } from '@rapport/shared/viewer.ts';
import { Health } from './Health.tsx';
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
              {`${aboutWord(about, viewer)} (${stageWord(shown, viewer.language)}): ${counted(count, texts.few, viewer)}`}
            </Text>
          ))}
        </List>
      )}
      <SectionTitle>{texts.health}</SectionTitle>
      <Health {...props} />
    </Flex>
  );
}

/** What was called wrong, in the words of the form in which it was. */
function aboutWord(about: string, { language }: Viewer): string {
  const words: Readonly<Record<string, string>> = correctionTexts[language].abouts;
  return words[about] ?? about;
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
  const all = share(backtest.baseRate, viewer);
  return (
    <Flex direction="column" gap="sm">
      {apart !== null && (
        <Text>{texts.backtestSaid(share(apart.share, viewer), all, backtest.horizonDays)}</Text>
      )}
      <DescriptionList direction="row">
        <DescriptionListItem label={texts.outcomes}>{number(backtest.outcomes)}</DescriptionListItem>
        <DescriptionListItem label={texts.baseRate(backtest.horizonDays)}>{all}</DescriptionListItem>
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
    </Flex>
  );
}
