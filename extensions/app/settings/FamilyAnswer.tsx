/** The two tests of the matrix, of the portal as a whole or of one of its pipelines. */
import { AutoGrid, Select } from '@hubspot/ui-extensions';
import type { FamilyAnswerView } from '@rapport/shared/contract-settings.ts';
import type { SettingsTexts } from '@rapport/shared/settings-texts.ts';
import type { ReactNode } from 'react';
import { PercentInput } from './PercentInput.tsx';

const collectors = ['us', 'partner', 'both', 'unknown'] as const;
const anonymous = ['yes', 'no', 'unknown'] as const;

type FamilyAnswerProps = {
  /** Told apart from the other answers on the page. */
  name: string;
  answer: FamilyAnswerView;
  texts: SettingsTexts['questions'];
  readOnly: boolean;
  set: (answer: FamilyAnswerView) => void;
  /** What is asked beside them. */
  children: ReactNode;
};

export function FamilyAnswer({ name, answer, texts, readOnly, set, children }: FamilyAnswerProps) {
  return (
    <AutoGrid columnWidth={320} flexible={true} gap="md">
      <Select
        label={texts.collects}
        name={`${name}-collects`}
        readOnly={readOnly}
        value={answer.collects}
        options={collectors.map((value) => ({ value, label: texts.collectsOptions[value] }))}
        onChange={(value) => set({ ...answer, collects: collectors.find((it) => it === value) ?? 'unknown' })}
      />
      <Select
        label={texts.anonymous}
        name={`${name}-anonymous`}
        readOnly={readOnly}
        value={answer.anonymous}
        options={anonymous.map((value) => ({ value, label: texts.anonymousOptions[value] }))}
        onChange={(value) => set({ ...answer, anonymous: anonymous.find((it) => it === value) ?? 'unknown' })}
      />
      {answer.anonymous === 'yes' && (
        <PercentInput
          label={texts.share}
          description={texts.shareHelp}
          name={`${name}-share`}
          readOnly={readOnly}
          share={answer.anonymousShare}
          min={0}
          max={1}
          set={(anonymousShare) => set({ ...answer, anonymousShare })}
        />
      )}
      {children}
    </AutoGrid>
  );
}
