/** The switches that fire workflows and events, the proposed model, and who may change all this. */
import { Alert, Button, Flex, Input, List, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { useState } from 'react';
import type { PartProps } from './Settings.tsx';

export function LiveTab(props: PartProps) {
  const { settings, viewer, texts, changes } = props;
  const { live } = texts;
  const number = (value: number) => new Intl.NumberFormat(viewer.locale).format(value);
  const { proposal } = settings;
  return (
    <Flex direction="column" gap="md">
      <Tile>
        <Flex direction="column" gap="sm">
          <SectionTitle>{live.title}</SectionTitle>
          <StatusTag variant={settings.live ? 'success' : 'default'}>
            {settings.live ? live.on : live.off}
          </StatusTag>
          <Text>{live.wouldFire(number(settings.wouldFire))}</Text>
          <Text variant="microcopy">{live.help}</Text>
          {settings.mayChange && (
            <Button onClick={() => changes.send('live', { isOn: !settings.live })}>
              {settings.live ? live.pause : live.goLive}
            </Button>
          )}
        </Flex>
      </Tile>
      <Tile>
        <Flex direction="column" gap="sm">
          <SectionTitle>{live.events}</SectionTitle>
          <Text>{live.eventsHelp}</Text>
          {settings.mayChange && (
            <Button onClick={() => changes.send('events', { isOn: !settings.appEvents })}>
              {`${live.events}: ${settings.appEvents ? live.turnOff : live.turnOn}`}
            </Button>
          )}
        </Flex>
      </Tile>
      <Tile>
        <Flex direction="column" gap="sm">
          <SectionTitle>{live.proposal}</SectionTitle>
          {proposal === null ? (
            <Text>{live.noProposal}</Text>
          ) : (
            <Text>
              {live.proposalText(
                number(proposal.movers),
                number(proposal.lookedAt),
                number(proposal.outcomes),
              )}
            </Text>
          )}
          {proposal !== null && settings.mayChange && (
            <Button onClick={() => changes.send('adopt', { version: proposal.version })}>{live.adopt}</Button>
          )}
        </Flex>
      </Tile>
      {settings.missingScopes.length > 0 && (
        <Alert title={live.missingScopes} variant="warning">
          {settings.missingScopes.join(', ')}
        </Alert>
      )}
      {settings.mayChange && <People {...props} />}
    </Flex>
  );
}

function People({ settings, texts, changes }: PartProps) {
  const [email, setEmail] = useState('');
  const { live } = texts;
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <SectionTitle>{live.admins}</SectionTitle>
        <Text variant="microcopy">{live.adminsHelp}</Text>
        <List variant="unordered-styled">
          {settings.admins.map(({ who, name }) => (
            <Flex key={who} direction="row" gap="sm" align="center">
              <Text>{name}</Text>
              <Button size="xs" variant="transparent" onClick={() => changes.send('admins/remove', { who })}>
                {live.remove(name)}
              </Button>
            </Flex>
          ))}
        </List>
        <Input label={live.email} name="email" value={email} onChange={setEmail} />
        <Button disabled={!email.includes('@')} onClick={() => changes.send('admins/name', { email })}>
          {live.add}
        </Button>
      </Flex>
    </Tile>
  );
}
