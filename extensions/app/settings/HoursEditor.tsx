/** When the portal's people work, day by day; a day may have several spans, with breaks between them. */
import { AutoGrid, Button, Flex, Input, Text, TextArea, TimeInput, Toggle } from '@hubspot/ui-extensions';
import type { HoursView } from '@rapport/shared/contract-settings.ts';
import { PlainTable } from '@rapport/shared/PlainTable.tsx';
import { rulesTexts, weekdayWord } from '@rapport/shared/rules-texts.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import type { PartProps } from './Settings.tsx';

const hoursPath = 'businessHours.hours';
/** Monday first; the settings count from Sunday. */
const days = [1, 2, 3, 4, 5, 6, 0];
const nineToFive = { from: 540, to: 1020 };

export function HoursEditor({ settings, viewer, changes }: PartProps) {
  const texts = rulesTexts(viewer.language).hours;
  const drafted = changes.draft.fields?.[hoursPath];
  // Nothing but this editor puts anything there.
  const hours = drafted === undefined ? settings.hours : (drafted as HoursView);
  const set = (part: Partial<HoursView>) => changes.setField(hoursPath, { ...hours, ...part });
  const readOnly = !settings.mayChange;
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.title}</SectionTitle>
      <Text variant="microcopy">{texts.help}</Text>
      <PlainTable
        columns={[
          { title: texts.day, width: 'min' },
          { title: texts.works, width: 'min' },
          { title: texts.title, width: 'max' },
        ]}
        rows={days.map((day) => {
          const about = {
            name: weekdayWord(day, viewer.locale),
            spans: hours.week[day] ?? [],
            inForce: settings.hours.week[day] ?? [],
            texts,
            readOnly,
            set: (spans: readonly Span[]) =>
              set({ week: hours.week.map((old, at) => (at === day ? spans : old)) }),
          };
          return {
            key: String(day),
            cells: [about.name, <Works key="works" {...about} />, <Spans key="spans" {...about} />],
          };
        })}
      />
      <AutoGrid columnWidth={320} flexible={true} gap="md">
        <Input
          label={texts.timeZone}
          description={texts.timeZoneHelp}
          name="timeZone"
          readOnly={readOnly}
          value={hours.timeZone ?? ''}
          onChange={(zone) => set({ timeZone: zone.trim() === '' ? null : zone.trim() })}
        />
        <TextArea
          label={texts.holidays}
          description={texts.holidaysHelp}
          name="holidays"
          rows={3}
          readOnly={readOnly}
          value={hours.holidays.join('\n')}
          onChange={(text) => set({ holidays: text.split(/\s+/).filter((line) => line !== '') })}
        />
      </AutoGrid>
    </Flex>
  );
}

type Span = HoursView['week'][number][number];

type DayProps = {
  name: string;
  spans: readonly Span[];
  /** What the day has in the settings in force. */
  inForce: readonly Span[];
  texts: ReturnType<typeof rulesTexts>['hours'];
  readOnly: boolean;
  set: (spans: readonly Span[]) => void;
};

/** A day that is switched off and on again has the spans in force, breaks and all. */
function Works({ name, spans, inForce, texts, readOnly, set }: DayProps) {
  const standard = inForce.length > 0 ? inForce : [nineToFive];
  return (
    <Toggle
      label={`${name}: ${texts.works}`}
      name={`works-${name}`}
      labelDisplay="hidden"
      size="sm"
      textChecked=" "
      textUnchecked=" "
      readonly={readOnly}
      checked={spans.length > 0}
      onChange={(works) => set(works ? standard : [])}
    />
  );
}

function Spans({ name, spans, texts, readOnly, set }: DayProps) {
  const put = (at: number, span: Span) => set(spans.map((old, place) => (place === at ? span : old)));
  const last = spans.at(-1);
  const next = last === undefined ? null : spanAfter(last);
  return (
    <Flex direction="row" gap="sm" align="end" wrap={true}>
      {spans.map((span, at) => (
        // A span has no name of its own: its place in the day is what tells it apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: spans are only added and taken at the end
        <Flex key={at} direction="row" gap="xs" align="end">
          <TimeInput
            label={texts.from(name, at + 1)}
            name={`from-${name}-${at}`}
            readOnly={readOnly}
            value={clock(span.from)}
            onChange={(time) => put(at, { ...span, from: minutes(time) })}
          />
          <TimeInput
            label={texts.to(name, at + 1)}
            name={`to-${name}-${at}`}
            readOnly={readOnly}
            value={clock(span.to)}
            onChange={(time) => put(at, { ...span, to: minutes(time) })}
          />
        </Flex>
      ))}
      {!readOnly && next !== null && (
        <Button size="xs" variant="secondary" onClick={() => set([...spans, next])}>
          {texts.more(name)}
        </Button>
      )}
      {!readOnly && spans.length > 1 && (
        <Button size="xs" variant="secondary" onClick={() => set(spans.slice(0, -1))}>
          {texts.less(name)}
        </Button>
      )}
    </Flex>
  );
}

const hour = 60;
const lastMinute = 24 * hour - 1;

/** After an hour's break, as long as the day allows and no longer than four hours; null where no hour is left. */
function spanAfter({ to }: Span): Span | null {
  const from = to + hour;
  return from + hour > lastMinute ? null : { from, to: Math.min(from + 4 * hour, lastMinute) };
}

type Clock = { hours: number; minutes: number };

function clock(at: number): Clock {
  return { hours: Math.floor(at / 60), minutes: at % 60 };
}

function minutes({ hours, minutes: rest }: Clock): number {
  return hours * 60 + rest;
}
