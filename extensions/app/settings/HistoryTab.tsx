/** All editions of the settings, and the way back to each. */
import {
  Button,
  ButtonRow,
  Flex,
  LoadingButton,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { minute } from '@rapport/shared/viewer.ts';
import type { PartProps } from './Settings.tsx';

export function HistoryTab({ settings, viewer, texts, changes }: PartProps) {
  const { history } = texts;
  const goBack = (to: number) => changes.send('rollback', { to, note: '' });
  if (settings.history.length === 0) return <Text>{history.none}</Text>;
  return (
    <Flex direction="column" gap="sm">
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="min">{history.edition}</TableHeader>
            <TableHeader width="min">{history.when}</TableHeader>
            <TableHeader width="min">{history.who}</TableHeader>
            <TableHeader width="max">{history.why}</TableHeader>
            <TableHeader width="min">{history.inForce}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {settings.history.map(({ revision, at, by, note, backTo }) => (
            <TableRow key={revision}>
              <TableCell>
                <Text>{String(revision)}</Text>
              </TableCell>
              <TableCell width="min">{minute(at, viewer)}</TableCell>
              <TableCell width="min">{by ?? '–'}</TableCell>
              <TableCell>
                <Text>{backTo === null ? note : history.backTo(backTo)}</Text>
              </TableCell>
              <TableCell width="min">
                {revision === settings.revision ? (
                  <StatusTag variant="success">{history.inForce}</StatusTag>
                ) : (
                  <Button
                    size="xs"
                    disabled={!settings.mayChange || changes.isSending}
                    onClick={() => goBack(revision)}
                  >
                    {history.back(revision)}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {settings.mayChange && (
        <ButtonRow>
          <LoadingButton loading={changes.isSending} onClick={() => goBack(0)}>
            {history.defaults}
          </LoadingButton>
        </ButtonRow>
      )}
    </Flex>
  );
}
