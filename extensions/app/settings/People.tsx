/** Who may change the settings. */
import { Button, ButtonRow, Flex, Input, Text, Tile } from '@hubspot/ui-extensions';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { useState } from 'react';
import type { PartProps } from './Settings.tsx';

export function People({ settings, texts, changes }: PartProps) {
  const [email, setEmail] = useState('');
  const { live } = texts;
  const name = () => {
    changes.send('admins/name', { email });
    setEmail('');
  };
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <SectionTitle>{live.admins}</SectionTitle>
        <Text variant="microcopy">{live.adminsHelp}</Text>
        {settings.admins.map(({ who, name: shown }) => (
          <Flex key={who} direction="row" gap="sm" align="center" justify="between">
            <Text>{shown}</Text>
            <Button size="xs" variant="transparent" onClick={() => changes.send('admins/remove', { who })}>
              {live.remove(shown)}
            </Button>
          </Flex>
        ))}
        <Input label={live.email} name="email" value={email} onInput={setEmail} onChange={setEmail} />
        <ButtonRow>
          <Button disabled={!email.includes('@') || changes.isSending} onClick={name}>
            {live.add}
          </Button>
        </ButtonRow>
      </Flex>
    </Tile>
  );
}
