/** The switches that fire workflows and events, and the proposed model. */
import { Alert, ButtonRow, Flex, LoadingButton, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { People } from './People.tsx';
import type { PartProps } from './Settings.tsx';
import { WhatFires } from './WhatFires.tsx';

export function LiveTab(props: PartProps) {
  const { settings, texts, changes } = props;
  const { live } = texts;
  return (
    <Flex direction="column" gap="md">
      <Tile>
        <Flex direction="column" gap="sm">
          <SectionTitle>{live.title}</SectionTitle>
          <StatusTag variant={settings.live ? 'success' : 'default'}>
            {settings.live ? live.on : live.off}
          </StatusTag>
          <WhatFires {...props} />
          {settings.mayChange && (
            <ButtonRow>
              <LoadingButton
                variant={settings.live ? 'secondary' : 'primary'}
                loading={changes.isSending}
                onClick={() => changes.send('live', { isOn: !settings.live })}
              >
                {settings.live ? live.pause : live.goLive}
              </LoadingButton>
            </ButtonRow>
          )}
        </Flex>
      </Tile>
      <Tile>
        <Flex direction="column" gap="sm">
          <SectionTitle>{live.events}</SectionTitle>
          <Text>{live.eventsHelp}</Text>
          {settings.mayChange && (
            <ButtonRow>
              <LoadingButton
                loading={changes.isSending}
                onClick={() => changes.send('events', { isOn: !settings.appEvents })}
              >
                {`${live.events}: ${settings.appEvents ? live.turnOff : live.turnOn}`}
              </LoadingButton>
            </ButtonRow>
          )}
        </Flex>
      </Tile>
      <Proposal {...props} />
      {settings.missingScopes.length > 0 && (
        <Alert title={live.missingScopes} variant="warning">
          {settings.missingScopes.join(', ')}
        </Alert>
      )}
      {settings.mayChange && <People {...props} />}
    </Flex>
  );
}

function Proposal({ settings: { proposal, mayChange }, viewer, texts: { live }, changes }: PartProps) {
  const number = (value: number) => new Intl.NumberFormat(viewer.locale).format(value);
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <SectionTitle>{live.proposal}</SectionTitle>
        <Text>
          {proposal === null
            ? live.noProposal
            : live.proposalText(
                number(proposal.movers),
                number(proposal.lookedAt),
                number(proposal.outcomes),
              )}
        </Text>
        {proposal !== null && mayChange && (
          <ButtonRow>
            <LoadingButton
              loading={changes.isSending}
              onClick={() => changes.send('adopt', { version: proposal.version })}
            >
              {live.adopt}
            </LoadingButton>
          </ButtonRow>
        )}
      </Flex>
    </Tile>
  );
}
