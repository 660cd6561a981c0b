/** The verdict for each channel, for the purpose the rep has in mind, with every reason and what to do instead. */
import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { GuardrailPanel, PurposeName, Ruling } from './contract.ts';
import { PlainTable } from './PlainTable.tsx';
import { purposes, ruledChannels, sentenceAt } from './rulings.ts';
import { textsFor } from './texts.ts';
import { VerdictTag } from './VerdictTag.tsx';
import { moment, type Viewer } from './viewer.ts';

type Props = { panel: GuardrailPanel; viewer: Viewer };

export function VerdictTable({ panel, viewer }: Props) {
  const texts = textsFor(viewer.language).panels.guardrails;
  const [purpose, setPurpose] = useState<PurposeName>('follow_up');
  const choose = (value: unknown) => setPurpose(purposes.find((it) => it === value) ?? 'follow_up');
  return (
    <Flex direction="column" gap="sm">
      <Select
        label={texts.purpose}
        name="purpose"
        value={purpose}
        onChange={choose}
        options={purposes.map((value) => ({ value, label: texts.purposes[value] }))}
      />
      <PlainTable
        columns={[
          { title: texts.channel, width: 'auto' },
          { title: texts.verdict, width: 'min' },
          { title: texts.why, width: 'auto' },
        ]}
        rows={ruledChannels(panel, purpose).map(({ channels, ruling }) => ({
          key: channels.join(' '),
          cells: [
            channels.map((channel) => texts.channels[channel]).join(', '),
            <VerdictTag key="verdict" answer={ruling.answer} viewer={viewer} />,
            <Because key="why" panel={panel} ruling={ruling} viewer={viewer} />,
          ],
        }))}
      />
    </Flex>
  );
}

function Because({ panel, ruling, viewer }: Props & { ruling: Ruling }) {
  const texts = textsFor(viewer.language).panels.guardrails;
  const why = ruling.because.map((place) => sentenceAt(panel, place)).filter((it) => it !== null);
  const instead = sentenceAt(panel, ruling.instead);
  const notice = sentenceAt(panel, ruling.notice);
  return (
    <Flex direction="column" gap="flush">
      <Text>{why.length === 0 ? texts.nothingAgainst : why.join(' ')}</Text>
      {notice !== null && !why.includes(notice) && <Text>{notice}</Text>}
      {instead !== null && <Text format={{ fontWeight: 'demibold' }}>{`${texts.instead}: ${instead}`}</Text>}
      {showsEnd(ruling) && <Text variant="microcopy">{until(ruling.until, viewer)}</Text>}
    </Flex>
  );
}

/** What to do instead names the date itself; a time that is over is told in any case. */
function showsEnd(ruling: Ruling): ruling is Ruling & { readonly until: string } {
  return ruling.until !== null && (ruling.instead === null || Date.parse(ruling.until) <= Date.now());
}

/** A verdict whose time is over may be another by now: the card says so instead of vouching for it. */
function until(time: string, viewer: Viewer): string {
  const texts = textsFor(viewer.language).panels.guardrails;
  const said = moment(time, viewer);
  return Date.parse(time) <= Date.now() ? texts.passed(said) : texts.until(said);
}
