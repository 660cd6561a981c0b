/**
 * Where the stage stands on Knapp's staircase: a picture of all ten steps, and its flight in words, what comes before it
 * and what after. Words in a row, because a row of ticked-off steps would claim that each of them was passed, and stages
 * can be skipped.
 */
import { Icon, Image, Inline, Tag, Text } from '@hubspot/ui-extensions';
import { Fragment } from 'react';
import { type ReadyCard, stageNames } from './contract.ts';
import { stairPicture, stairSize } from './stair-picture.ts';
import { stagesFor, textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

const flightLength = 5;

/** The picture says what the row below says, so its description is the place alone. */
export function StaircasePicture({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  const place = stageNames.indexOf(card.stage) + 1;
  return (
    <Image
      src={stairPicture(card.stage)}
      alt={texts.step(place, stageNames.length, stagesFor(viewer)[card.stage])}
      width={stairSize.width}
      height={stairSize.height}
    />
  );
}

export function Staircase({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  const place = stageNames.indexOf(card.stage);
  const first = place < flightLength ? 0 : flightLength;
  const flight = stageNames.slice(first, first + flightLength);
  return (
    <Inline gap="xs" align="center">
      {flight.map((stage, step) => (
        <Fragment key={stage}>
          {step > 0 && <Icon name="right" size="sm" />}
          {stage === card.stage ? (
            <Tag variant={first === 0 ? 'success' : 'warning'} inline={true}>
              {stagesFor(viewer)[stage]}
            </Tag>
          ) : (
            <Text variant="microcopy" inline={true}>
              {stagesFor(viewer)[stage]}
            </Text>
          )}
        </Fragment>
      ))}
    </Inline>
  );
}
