/** The portal's own words for a step of the playbook, in each language; the standard sentence stands below the field. */
import { AutoGrid, Flex, Select, Text, TextArea } from '@hubspot/ui-extensions';
import type { OwnStepTexts } from '@rapport/shared/contract-settings.ts';
import { ownTexts } from '@rapport/shared/own-texts.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import type { Language } from '@rapport/shared/viewer.ts';
import { useState } from 'react';
import type { PartProps } from './Settings.tsx';

const path = 'playbook.ownTexts';
const languages: readonly Language[] = ['en', 'de'];

export function PlaybookEditor({ settings, viewer, changes }: PartProps) {
  const texts = ownTexts(viewer.language).playbook;
  const [first] = settings.playbook;
  const [chosen, setChosen] = useState(first?.step ?? '');
  const drafted = changes.draft.fields?.[path];
  // Nothing but this editor puts anything there.
  const own = drafted === undefined ? settings.ownSteps : (drafted as SettingsOwnSteps);
  const step = settings.playbook.find((it) => it.step === chosen);
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.title}</SectionTitle>
      <Text variant="microcopy">{texts.help}</Text>
      <Select
        label={texts.step}
        name="playbook-step"
        value={chosen}
        options={settings.playbook.map(({ step: value, standard }) => ({
          value,
          label: Object.hasOwn(own, value)
            ? texts.changed(standard[viewer.language])
            : standard[viewer.language],
        }))}
        onChange={(value) => setChosen(String(value))}
      />
      {step !== undefined && (
        <AutoGrid columnWidth={320} flexible={true} gap="md">
          {languages.map((language) => (
            <TextArea
              // A field of its own for each step: what was typed for one must not stay for the next.
              key={`${step.step}-${language}`}
              label={texts.inLanguage[language]}
              description={texts.standard(step.standard[language])}
              name={`playbook-${language}`}
              rows={2}
              readOnly={!settings.mayChange}
              value={own[step.step]?.[language] ?? ''}
              onChange={(text) => changes.setField(path, withText(own, step.step, language, text))}
            />
          ))}
        </AutoGrid>
      )}
    </Flex>
  );
}

type SettingsOwnSteps = PartProps['settings']['ownSteps'];

/** An empty text is none, and a step without texts is not there. */
function withText(own: SettingsOwnSteps, step: string, language: Language, text: string): SettingsOwnSteps {
  const { [step]: before = {}, ...others } = own;
  const { [language]: _old, ...rest } = before;
  const words: OwnStepTexts = text.trim() === '' ? rest : { ...rest, [language]: text.trim() };
  return Object.keys(words).length === 0 ? others : { ...others, [step]: words };
}
