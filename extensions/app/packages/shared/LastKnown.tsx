/** When nobody answers: the stage as it was last written into the record, with its age, and a way to ask again. */
import { Alert, Button, Flex, Heading, Inline, StatusTag, Text } from '@hubspot/ui-extensions';
import type { Failure } from './ask.ts';
import type { LastWritten } from './last-written.ts';
import { stagesFor, textsFor } from './texts.ts';
import { ago, day, minute, type Viewer } from './viewer.ts';

type Props = { last: LastWritten; failure: Failure; viewer: Viewer; retry: () => void };

export function LastKnown({ last, failure, viewer, retry }: Props) {
  const texts = textsFor(viewer.language);
  const written =
    last.assessedAt === null
      ? texts.lastKnown(null, null)
      : texts.lastKnown(minute(last.assessedAt, viewer), ago(last.assessedAt, viewer, Date.now()));
  return (
    <Flex direction="column" gap="md">
      <Alert title={written} variant="warning">
        <Flex direction="column" gap="xs" align="start">
          <Text>{texts.failures[failure]}</Text>
          <Button size="xs" onClick={retry}>
            {texts.retry}
          </Button>
        </Flex>
      </Alert>
      <Flex direction="column" gap="xs">
        <Inline gap="sm" align="center">
          <Heading inline={true}>{stagesFor(viewer)[last.stage]}</Heading>
          <StatusTag variant="default" hollow={true}>
            {texts.flights[last.flight]}
          </StatusTag>
        </Inline>
        {last.since !== null && <Text variant="microcopy">{texts.since(day(last.since, viewer))}</Text>}
        {last.reason !== null && <Text>{last.reason}</Text>}
        {last.holdsUntil !== null && (
          <Text variant="microcopy">{`${texts.holdsUntil} ${day(last.holdsUntil, viewer)}`}</Text>
        )}
      </Flex>
    </Flex>
  );
}
