/** How much of their tolerance our uninvited outreach fills: a bar against the point where nothing more may be sent. */
import { Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { PressureMeter as Meter } from './contract.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import { day, decimal, type Viewer } from './viewer.ts';

const variants = { low: 'success', notice: 'warning', deny: 'danger' } as const;

export function PressureMeter({ meter, viewer }: { meter: Meter; viewer: Viewer }) {
  const texts = textsFor(viewer.language).panels.guardrails;
  const height = heightOf(meter);
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{texts.pressure}</SectionTitle>
      <ProgressBar
        aria-label={texts.pressure}
        // The bar is counted in tenths: HubSpot's shows whole steps only.
        value={Math.round(Math.min(meter.value, meter.denyAt) * 10)}
        maxValue={Math.max(Math.round(meter.denyAt * 10), 1)}
        valueDescription={`${texts.pressureOf(decimal(meter.value, viewer), decimal(meter.denyAt, viewer))} · ${texts.pressureWords[height]}`}
        variant={variants[height]}
      />
      <Text variant="microcopy">{notes(meter, viewer)}</Text>
    </Flex>
  );
}

function notes(meter: Meter, viewer: Viewer): string {
  const texts = textsFor(viewer.language).panels.guardrails;
  const parts = [
    texts.counted(meter.calls, meter.emails, meter.directMessages, meter.mailings, meter.days),
    meter.easesAt === null ? null : texts.eases(day(meter.easesAt, viewer)),
    meter.marketingMailVisible ? null : texts.unseenMarketing,
  ];
  return parts.filter((it) => it !== null).join(' ');
}

function heightOf({ value, noticeAt, denyAt }: Meter): keyof typeof variants {
  if (value >= denyAt) return 'deny';
  return value >= noticeAt ? 'notice' : 'low';
}
