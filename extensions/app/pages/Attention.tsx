/** How contacts spread over the four sectors, and whether the attention given is what it pays to give. */
import { BarChart, Flex, Text } from '@hubspot/ui-extensions';
import type { Count, SummaryView } from '@rapport/shared/contract-home.ts';
import { counted, share } from '@rapport/shared/page-viewer.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { CountTable } from './CountTable.tsx';
import type { SectionProps } from './Overview.tsx';

type AttentionProps = SectionProps & { summary: SummaryView };

export function Attention(props: AttentionProps) {
  const { texts } = props;
  return (
    <Flex direction="column" gap="md">
      <SectionTitle>{texts.sectors}</SectionTitle>
      <Sectors {...props} />
      <SectionTitle>{texts.gap}</SectionTitle>
      <Text variant="microcopy">{texts.gapNote}</Text>
      <Gaps {...props} />
    </Flex>
  );
}

const sum = (counts: readonly Count[]) => counts.reduce((all, { count }) => all + (count ?? 0), 0);

function Sectors({ viewer, texts, summary }: AttentionProps) {
  const identified = identifiedOf(summary.quadrants);
  return (
    <>
      {summary.quadrants.length > 0 && (
        <Text>
          {identified === null ? texts.identifiedHidden : texts.identified(share(identified, viewer))}
        </Text>
      )}
      <CountTable
        heading={texts.quadrant}
        rows={summary.quadrants.map(({ key, count }) => ({
          key,
          count,
          label: texts.quadrants[key] ?? key,
          to: { by: 'quadrant', value: key },
        }))}
        total={sum(summary.quadrants)}
        viewer={viewer}
        texts={texts}
      />
    </>
  );
}

/** Of those whose sector is known; null where a number is hidden, since the share would give it away. */
function identifiedOf(quadrants: readonly Count[]): number | null {
  const known = quadrants.filter(({ key }) => key !== 'undetermined');
  const identified = known.filter(({ key }) => key.endsWith('_identified'));
  const all = sum(known);
  return all === 0 || known.some(({ count }) => count === null) ? null : sum(identified) / all;
}

function Gaps({ viewer, texts, summary }: AttentionProps) {
  const gaps = [...summary.gaps].sort((a, b) => Number(a.key) - Number(b.key));
  const drawn = gaps.flatMap(({ key, count }) =>
    count === null ? [] : [{ [texts.gap]: texts.gapWords(Number(key)), [texts.contacts]: count }],
  );
  return (
    <>
      {drawn.length > 1 && (
        <BarChart
          data={drawn}
          axes={{
            x: { field: texts.gap, fieldType: 'category', label: texts.gap },
            y: { field: texts.contacts, fieldType: 'linear', label: texts.contacts },
          }}
          options={{ title: texts.gap, showLegend: false }}
        />
      )}
      <CountTable
        heading={texts.gap}
        rows={gaps.map(({ key, count }) => ({
          key,
          count,
          label: texts.gapWords(Number(key)),
          to: { by: 'gap', value: key },
        }))}
        total={sum(gaps)}
        viewer={viewer}
        texts={texts}
      />
      {gaps.length > 0 && (
        <Text variant="microcopy">{texts.judged(counted(sum(gaps), texts.few, viewer))}</Text>
      )}
    </>
  );
}
