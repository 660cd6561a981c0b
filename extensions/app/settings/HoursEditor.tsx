/** When the portal's people work, day by day. A day with several spans is shown and changed in the text of everything. */
import { AutoGrid, Flex, Input, Text, TextArea, TimeInput, Toggle } from '@hubspot/ui-extensions';
import type { HoursView } from '@rapport/shared/contract-settings.ts';
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
      {days.map((day) => (
        <Day
          key={day}
          name={weekdayWord(day, viewer.locale)}
          spans={hours.week[day] ?? []}
          texts={texts}
          readOnly={readOnly}
          set={(spans) => set({ week: hours.week.map((old, at) => (at === day ? spans : old)) })}
        />
      ))}
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
  texts: ReturnType<typeof rulesTexts>['hours'];
  readOnly: boolean;
  set: (spans: readonly Span[]) => void;
};

function Day({ name, spans, texts, readOnly, set }: DayProps) {
  const [span] = spans;
  if (spans.length > 1) return <Text>{`${name}: ${texts.severalSpans}`}</Text>;
  return (
    <Flex direction="row" gap="md" align="end" wrap={true}>
      <Toggle
        label={`${name}: ${texts.works}`}
        name={`works-${name}`}
        labelDisplay="top"
        size="sm"
        textChecked=" "
        textUnchecked=" "
        readonly={readOnly}
        checked={span !== undefined}
        onChange={(works) => set(works ? [nineToFive] : [])}
      />
      {span !== undefined && (
        <>
          <TimeInput
            label={texts.from(name)}
            name={`from-${name}`}
            readOnly={readOnly}
            value={clock(span.from)}
            onChange={(at) => set([{ ...span, from: minutes(at) }])}
          />
          <TimeInput
            label={texts.to(name)}
            name={`to-${name}`}
            readOnly={readOnly}
            value={clock(span.to)}
            onChange={(at) => set([{ ...span, to: minutes(at) }])}
          />
        </>
      )}
    </Flex>
  );
}

type Clock = { hours: number; minutes: number };

function clock(at: number): Clock {
  return { hours: Math.floor(at / 60), minutes: at % 60 };
}

function minutes({ hours, minutes: rest }: Clock): number {
  return hours * 60 + rest;
}
