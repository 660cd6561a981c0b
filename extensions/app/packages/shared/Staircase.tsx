/**
 * Where the stage stands on its flight of Knapp's staircase: what comes before it and what after. Words in a row, because a
 * row of ticked-off steps would claim that each of them was passed, and stages can be skipped.
 */
import { Icon, Inline, Tag, Text } from '@hubspot/ui-extensions';
import { Fragment } from 'react';
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
    <Inline gap="xs" align="center">
      {flight.map((stage, step) => (
        <Fragment key={stage}>
          {step > 0 && <Icon name="right" size="sm" />}
          {stage === card.stage ? (
            <Tag variant={first === 0 ? 'success' : 'warning'} inline={true}>
              {texts.stages[stage]}
            </Tag>
          ) : (
            <Text variant="microcopy" inline={true}>
              {texts.stages[stage]}
            </Text>
          )}
        </Fragment>
      ))}
    </Inline>
  );
}
