/** What going live sets off: the stages written, for how many contacts, and the properties that workflows may listen to. */
import {
  Flex,
  List,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { stageOrder, stageWord } from '@rapport/shared/stage-word.ts';
import type { PartProps } from './Settings.tsx';

export function WhatFires({ settings, viewer, texts: { live } }: PartProps) {
  const number = (value: number) => new Intl.NumberFormat(viewer.locale).format(value);
  const rows = [...settings.wouldFire].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
  const sum = rows.reduce((all, { contacts }) => all + contacts, 0);
  if (sum === 0) return <Text>{live.upToDate}</Text>;
  const said = settings.live ? live.stillToWrite : live.wouldFire;
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{said(sum, number(sum))}</Text>
      <SectionTitle>{live.fires}</SectionTitle>
      <Text>{live.firesHelp}</Text>
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="auto">{live.written}</TableHeader>
            <TableHeader width="min" align="right">
              {live.contacts}
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ stage, contacts }) => (
            <TableRow key={stage}>
              <TableCell>{stageWord(stage, viewer.language)}</TableCell>
              <TableCell align="right">{number(contacts)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text format={{ fontWeight: 'demibold' }}>{live.properties}</Text>
      <List variant="inline-divided">
        {settings.firing.map((name) => (
          <Text key={name} inline={true}>
            {name}
          </Text>
        ))}
      </List>
      <Text variant="microcopy">{live.help}</Text>
    </Flex>
  );
}
