/** Where the stage stands on its flight of Knapp's staircase: five steps together, five apart. */
import { StepIndicator } from '@hubspot/ui-extensions';
import { type ReadyCard, stageNames } from './contract.ts';
import { textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

const flightLength = 5;

export function Staircase({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  const place = stageNames.indexOf(card.stage);
  const first = place < flightLength ? 0 : flightLength;
  const flight = stageNames.slice(first, first + flightLength);
  return (
    <StepIndicator
      stepNames={flight.map((stage) => texts.stages[stage])}
      currentStep={place - first}
      circleSize="xs"
      variant="flush"
    />
  );
}
