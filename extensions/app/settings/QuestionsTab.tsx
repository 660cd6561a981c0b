/** The two questions of the matrix, asked at the first visit. */
import { Flex, NumberInput, Select, Text } from '@hubspot/ui-extensions';
import type { FamilyAnswerView } from '@rapport/shared/contract-settings.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import type { PartProps } from './Settings.tsx';

const collectors = ['us', 'partner', 'both', 'unknown'] as const;
const anonymous = ['yes', 'no', 'unknown'] as const;

export function QuestionsTab({ settings, texts, changes }: PartProps) {
  const { questions } = texts;
  const answer = changes.draft.questionnaire ?? settings.questionnaire;
  const set = (part: Partial<FamilyAnswerView>) => changes.set({ questionnaire: { ...answer, ...part } });
  const readOnly = !settings.mayChange;
  return (
    <Flex direction="column" gap="md">
      <SectionTitle>{questions.title}</SectionTitle>
      <Text>{questions.intro}</Text>
      <Select
        label={questions.collects}
        name="collects"
        readOnly={readOnly}
        value={answer.collects}
        options={collectors.map((value) => ({ value, label: questions.collectsOptions[value] }))}
        onChange={(value) => set({ collects: collectors.find((it) => it === value) ?? 'unknown' })}
      />
      <Select
        label={questions.anonymous}
        name="anonymous"
        readOnly={readOnly}
        value={answer.anonymous}
        options={anonymous.map((value) => ({ value, label: questions.anonymousOptions[value] }))}
        onChange={(value) => set({ anonymous: anonymous.find((it) => it === value) ?? 'unknown' })}
      />
      {answer.anonymous === 'yes' && (
        <NumberInput
          label={questions.share}
          description={questions.shareHelp}
          name="share"
          readOnly={readOnly}
          min={0}
          max={100}
          {...(answer.anonymousShare === null ? {} : { value: answer.anonymousShare * 100 })}
          onChange={(value) =>
            set({ anonymousShare: typeof value === 'number' && Number.isFinite(value) ? value / 100 : null })
          }
        />
      )}
    </Flex>
  );
}
