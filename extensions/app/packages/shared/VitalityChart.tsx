/** How the chance of hearing from them falls in silence: so far, while the stage holds, and beyond its horizon. */
import { LineChart } from '@hubspot/ui-extensions';
import type { ReadyCard, VitalityCurve } from './contract.ts';
import { type CurvePart, curveRows } from './curve-rows.ts';
import { stagesFor, textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

const colors = { past: 'darkAqua', ahead: 'aqua', beyond: 'orange' } as const;

type Props = { card: ReadyCard; curve: VitalityCurve; viewer: Viewer };

export function VitalityChart({ card, curve, viewer }: Props) {
  const texts = textsFor(viewer.language);
  const { curve: words } = texts.panels;
  const now = Math.max(Date.now(), Date.parse(card.assessedAt));
  const holdsUntil = card.holdsUntil === null ? null : Date.parse(card.holdsUntil);
  const names: Readonly<Record<CurvePart, string>> = {
    past: words.past,
    ahead: words.ahead(stagesFor(viewer)[card.stage]),
    beyond: card.nextStage === null ? texts.ifSilent : words.beyond(stagesFor(viewer)[card.nextStage]),
  };
  return (
    <LineChart
      data={curveRows(curve, now, holdsUntil).map(({ part, ...row }) => ({ ...row, part: names[part] }))}
      axes={{
        x: { field: 'day', fieldType: 'datetime', label: words.day },
        y: { field: 'percent', fieldType: 'linear', label: words.percent },
        options: {
          groupFieldByColor: 'part',
          colors: { [names.past]: colors.past, [names.ahead]: colors.ahead, [names.beyond]: colors.beyond },
        },
      }}
      options={{ title: words.title(card.horizonDays), showLegend: true, showTooltips: true }}
    />
  );
}
