/** The questions about the business, asked at the first visit: who collects the money, who buys without a name, and the margin. */
import { Flex, Text } from '@hubspot/ui-extensions';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { FamilyAnswer } from './FamilyAnswer.tsx';
import { PercentInput } from './PercentInput.tsx';
import type { PartProps } from './Settings.tsx';

const marginPath = 'level.enteredMargin';

export function QuestionsTab({ settings, texts, changes }: PartProps) {
  const { questions } = texts;
  const answer = changes.draft.questionnaire ?? settings.questionnaire;
  const stood = settings.fields.find(({ path }) => path === marginPath)?.value;
  const margin = changes.draft.fields?.[marginPath] ?? stood;
  return (
    <Flex direction="column" gap="md">
      <SectionTitle>{questions.title}</SectionTitle>
      <Text>{questions.intro}</Text>
      <FamilyAnswer
        name="general"
        answer={answer}
        texts={questions}
        readOnly={!settings.mayChange}
        set={(questionnaire) => changes.set({ questionnaire })}
      >
        <PercentInput
          label={questions.margin}
          description={questions.marginHelp}
          name="margin"
          readOnly={!settings.mayChange}
          share={typeof margin === 'number' ? margin : null}
          min={-1}
          max={1}
          set={(share) => changes.setField(marginPath, share)}
        />
      </FamilyAnswer>
      <Text variant="microcopy">{questions.perPipeline}</Text>
    </Flex>
  );
}
