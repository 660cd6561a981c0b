/** On what ground relationships are assessed, and whether people read plain words instead of the names of stages. */
import { Select, Text } from '@hubspot/ui-extensions';
import { privacyTexts } from '@rapport/shared/privacy-texts.ts';
import { FlagInput } from './FlagInput.tsx';
import type { PartProps } from './Settings.tsx';

const legalBases = ['legitimate_interest', 'consent', 'contract'] as const;

export function LegalSection({ settings, viewer, changes }: Omit<PartProps, 'texts'>) {
  const words = privacyTexts(viewer.language);
  const readOnly = !settings.mayChange;
  return (
    <>
      <Select
        label={words.legalBasis}
        description={words.legalBasisHelp}
        name="legalBasis"
        readOnly={readOnly}
        value={
          (changes.draft.legalBasis === undefined ? settings.legalBasis : changes.draft.legalBasis) ?? 'none'
        }
        options={(['none', 'legitimate_interest', 'consent', 'contract'] as const).map((value) => ({
          value,
          label: words.legalBases[value],
        }))}
        onChange={(value) => changes.set({ legalBasis: legalBases.find((it) => it === value) ?? null })}
      />
      <FlagInput
        label={words.neutral}
        name="neutralLabels"
        readOnly={readOnly}
        viewer={viewer}
        checked={changes.draft.neutralLabels ?? settings.neutralLabels}
        set={(isOn) => changes.set({ neutralLabels: isOn })}
      />
      <Text variant="microcopy">{words.neutralHelp}</Text>
    </>
  );
}
