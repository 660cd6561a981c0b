/** One field of a correction, with the words that say what is wrong with it. */
import { DateInput, LoadingSpinner, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { stageNames } from './contract.ts';
import { feedbackParts, longestDays, reasonLength } from './contract-corrections.ts';
import { type Draft, type DraftField, type DraftProblem, dayAfter } from './correction-draft.ts';
import { stagesFor, type Texts, textsFor } from './texts.ts';
import type { Corrections } from './use-corrections.ts';
import { dayIn, type Viewer } from './viewer.ts';

type Props = {
  field: DraftField;
  draft: Draft;
  change: (field: DraftField, value: string) => void;
  /** Found here, before anything was sent. */
  problem: DraftProblem | undefined;
  /** Found by the service, worded. */
  answered: string | undefined;
  viewer: Viewer;
  corrections: Corrections;
};

export function CorrectionField({ field, draft, change, problem, answered, viewer, corrections }: Props) {
  const texts = textsFor(viewer.language);
  const words = texts.corrections;
  const message = problem === undefined ? answered : problemWords(problem, draft[field], words);
  const about = {
    name: field,
    required: true,
    error: message !== undefined,
    ...(message === undefined ? {} : { validationMessage: message }),
  };
  const set = (value: unknown) => change(field, String(value));
  switch (field) {
    case 'stage':
      return (
        <Select
          {...about}
          label={words.stage}
          placeholder={words.chooseStage}
          value={draft.stage}
          onChange={set}
          options={stageNames.map((value) => ({ value, label: stagesFor(viewer)[value] }))}
        />
      );
    case 'about':
      return (
        <Select
          {...about}
          label={words.about}
          value={draft.about}
          onChange={set}
          options={feedbackParts.map((value) => ({ value, label: words.abouts[value] }))}
        />
      );
    case 'type':
      return (
        <TypeField about={about} value={draft.type} set={set} viewer={viewer} corrections={corrections} />
      );
    case 'source':
    case 'reason':
      return (
        <TextArea
          {...about}
          label={words[field]}
          description={field === 'source' ? words.sourceHint : words.reasonHint}
          value={draft[field]}
          // As it is typed: the problem of a text that is too long goes the moment it is short enough.
          onInput={set}
          rows={3}
        />
      );
    case 'until':
    case 'saidOn':
      return <DayField field={field} about={about} value={draft[field]} set={set} viewer={viewer} />;
  }
}

type About = { name: string; required: boolean; error: boolean; validationMessage?: string };

type TypeFieldProps = {
  about: About;
  value: string;
  set: (value: unknown) => void;
  viewer: Viewer;
  corrections: Corrections;
};

/** The kinds of relationship come from the portal: an admin may have added some. */
function TypeField({ about, value, set, viewer, corrections: { view } }: TypeFieldProps) {
  const texts = textsFor(viewer.language);
  if (view === null) return <LoadingSpinner label={texts.corrections.loading} showLabel={true} />;
  if (view.kind === 'failed') return <Text>{texts.failures[view.failure]}</Text>;
  return (
    <Select
      {...about}
      label={texts.corrections.type}
      placeholder={texts.corrections.chooseType}
      value={value}
      onChange={set}
      options={view.desiredTypes.map(({ id, label, wants }) => ({ value: id, label: `${label}: ${wants}` }))}
    />
  );
}

type DayFieldProps = {
  field: 'until' | 'saidOn';
  about: About;
  value: string;
  set: (value: unknown) => void;
  viewer: Viewer;
};

function DayField({ field, about, value, set, viewer }: DayFieldProps) {
  const { corrections: words } = textsFor(viewer.language);
  const today = dayIn(viewer.timeZone, Date.now());
  const span =
    field === 'until'
      ? { min: partsOf(dayAfter(today, 1)), max: partsOf(dayAfter(today, longestDays)) }
      : { max: partsOf(today) };
  return (
    <DateInput
      {...about}
      {...span}
      label={words[field]}
      {...(field === 'until' ? { description: words.untilHint } : {})}
      timezone="portalTz"
      {...(value === '' ? {} : { value: partsOf(value) })}
      onChange={({ year, month, date }) => set(isoOf(year, month, date))}
    />
  );
}

/** HubSpot's dates count months from 0. */
function partsOf(day: string): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, date };
}

function isoOf(year: number, month: number, date: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
}

function problemWords(problem: DraftProblem, value: string, words: Texts['corrections']): string {
  switch (problem) {
    case 'needed':
      return words.needed;
    case 'too_long':
      return words.tooLong(value.trim().length - reasonLength);
    case 'in_the_past':
      return words.inThePast;
    case 'in_the_future':
      return words.inTheFuture;
    case 'too_far':
      return words.tooFar;
  }
}
