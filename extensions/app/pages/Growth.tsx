/** The portal as a whole over time: how much of its revenue has a name, where it comes from, and who brings new people. */
import { Accordion, Flex, LineChart, List, Text } from '@hubspot/ui-extensions';
import type { StoryView } from '@rapport/shared/contract-home.ts';
import { counted, share } from '@rapport/shared/page-viewer.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { monthWord } from '@rapport/shared/viewer.ts';
import type { SectionProps } from './Overview.tsx';

export function Growth(props: SectionProps) {
  const { home, viewer, texts } = props;
  const { story } = home;
  if (story === null) return <Text>{texts.story.missing}</Text>;
  const { recommended, sectors } = story;
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.story.identified}</SectionTitle>
      <Revenue {...props} story={story} />
      {sectors.map(({ key, revenueShare, disruption }) => (
        <Accordion
          key={key}
          size="small"
          title={texts.story.sector(texts.quadrants[key] ?? key, share(revenueShare, viewer))}
        >
          <Text variant="microcopy">{texts.story.disruption}</Text>
          <List variant="unordered-styled">
            {disruption.map((step) => (
              <Text key={step}>{step}</Text>
            ))}
          </List>
        </Accordion>
      ))}
      <SectionTitle>{texts.story.recommended}</SectionTitle>
      <Text>
        {recommended === null
          ? texts.story.noRecommended
          : texts.story.recommendedShare(
              share(recommended.share, viewer),
              counted(recommended.known, texts.few, viewer),
            )}
      </Text>
    </Flex>
  );
}

function Revenue({ story, viewer, texts }: SectionProps & { story: StoryView }) {
  const known = story.identifiedShare.flatMap((it) =>
    it.share === null
      ? []
      : [
          {
            [texts.month]: monthWord(it.month, { ...viewer, length: 'short' }),
            [texts.share]: Math.round(it.share * 100),
          },
        ],
  );
  const latest = story.identifiedShare.flatMap((it) => (it.share === null ? [] : [it.share])).at(-1) ?? null;
  if (latest === null) return <Text>{texts.story.noRevenue}</Text>;
  return (
    <>
      <Text>{texts.story.identifiedNow(share(latest, viewer))}</Text>
      {known.length > 1 && (
        <LineChart
          data={known}
          axes={{
            x: { field: texts.month, fieldType: 'category', label: texts.month },
            y: { field: texts.share, fieldType: 'linear', label: texts.story.percent },
          }}
          options={{ title: texts.story.percent, showLegend: false }}
        />
      )}
    </>
  );
}
