/**
 * What privacy asks of an admin: language and retention, legal basis and plain words, the register, one person, leaving; and
 * the statement a contact may read, with the step by which a person stands for it.
 */
import { Button, Divider, Flex, NumberInput, Select, Text, Tile } from '@hubspot/ui-extensions';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { day } from '@rapport/shared/viewer.ts';
import { LeaveSection } from './LeaveSection.tsx';
import { LegalSection } from './LegalSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { RegisterSection } from './RegisterSection.tsx';
import type { PartProps } from './Settings.tsx';

export function PrivacyTab({ settings, viewer, texts, changes }: PartProps) {
  const { privacy } = texts;
  const { statement } = settings;
  const readOnly = !settings.mayChange;
  const days =
    changes.draft.retentionDays === undefined ? settings.retentionDays : changes.draft.retentionDays;
  return (
    <Flex direction="column" gap="md">
      <Select
        label={privacy.language}
        name="language"
        readOnly={readOnly}
        value={changes.draft.language ?? settings.language}
        options={(['en', 'de'] as const).map((value) => ({ value, label: privacy.languageOptions[value] }))}
        onChange={(value) => changes.set({ language: value === 'de' ? 'de' : 'en' })}
      />
      <NumberInput
        label={privacy.retention}
        description={privacy.retentionHelp}
        name="retentionDays"
        readOnly={readOnly}
        {...(days === null ? {} : { value: days })}
        onChange={(value) =>
          changes.set({ retentionDays: typeof value === 'number' && Number.isFinite(value) ? value : null })
        }
      />
      <LegalSection settings={settings} viewer={viewer} changes={changes} />
      <SectionTitle>{privacy.statement}</SectionTitle>
      <Text>{privacy.statementHelp}</Text>
      <Tile compact={true}>
        <Flex direction="column" gap="sm">
          {statement.sections.map(({ heading, text }) => (
            <Flex key={heading} direction="column" gap="flush">
              <Text format={{ fontWeight: 'demibold' }}>{heading}</Text>
              <Text>{text}</Text>
            </Flex>
          ))}
          <Text variant="microcopy">
            {`${privacy.version(statement.version)}. ${
              statement.release === null
                ? privacy.draft
                : privacy.released(statement.release.by, day(statement.release.at, viewer))
            }`}
          </Text>
        </Flex>
      </Tile>
      {statement.release === null && settings.mayChange && (
        <Flex direction="row">
          <Button onClick={() => changes.send('release', { version: statement.version })}>
            {privacy.release}
          </Button>
        </Flex>
      )}
      <Divider />
      <RegisterSection viewer={viewer} />
      {settings.mayChange && (
        <>
          <Divider />
          <PersonSection viewer={viewer} />
          <Divider />
          <LeaveSection viewer={viewer} />
        </>
      )}
    </Flex>
  );
}
