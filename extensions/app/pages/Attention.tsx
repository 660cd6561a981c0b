/** How contacts spread over the four sectors, and whether the attention given is what it pays to give. */
import { BarChart, Flex, Text } from '@hubspot/ui-extensions';
import type { Count, SummaryView } from '@rapport/shared/contract-home.ts';
import { counted, share } from '@rapport/shared/page-viewer.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { CountTable } from './CountTable.tsx';
import { Growth } from './Growth.tsx';
import type { SectionProps } from './Overview.tsx';

type AttentionProps = SectionProps & { summary: SummaryView };

export function Attention(props: AttentionProps) {
  const { texts } = props;
  return (
    <Flex direction="column" gap="md">
      <SectionTitle>{texts.sectors}</SectionTitle>
      <Sectors {...props} />
      <Growth {...props} />
      <SectionTitle>{texts.gap}</SectionTitle>
      <Text variant="microcopy">{texts.gapNote}</Text>
      <Gaps {...props} />
    </Flex>
  );
}

/** Null where a number is hidden: then nobody can tell of how many. */
function sum(counts: readonly Count[]): number | null {
  const shown = counts.flatMap(({ count }) => (count === null ? [] : [count]));
  return shown.length < counts.length ? null : shown.reduce((all, count) => all + count, 0);
}

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
  const [part, all] = [sum(identified), sum(known)];
  return part === null || all === null || all === 0 ? null : part / all;
}

function Gaps({ viewer, texts, summary }: AttentionProps) {
  const gaps = [...summary.gaps].sort((a, b) => Number(a.key) - Number(b.key));
  const judged = sum(gaps);
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
          options={{ title: texts.contacts, showLegend: false }}
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
        total={judged}
        viewer={viewer}
        texts={texts}
      />
      {judged !== null && judged > 0 && (
        <Text variant="microcopy">{texts.judged(counted(judged, texts.few, viewer))}</Text>
      )}
    </>
  );
}
