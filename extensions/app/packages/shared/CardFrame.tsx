/** Chooses what a card shows: its own view when there is a stage, else the state that says why there is none. */
import {
  Button,
  EmptyState,
  ErrorState,
  Flex,
  List,
  LoadingSpinner,
  ProgressBar,
  Text,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { ContactCard, ReadyCard } from './contract.ts';
import { textsFor } from './texts.ts';
import type { CardState } from './use-contact-card.ts';
import { day, type Viewer } from './viewer.ts';

type FrameProps = {
  state: CardState;
  viewer: Viewer;
  retry: () => void;
  /** What this card makes of a stage. */
  children: (card: ReadyCard) => ReactNode;
};

export function CardFrame({ state, viewer, retry, children }: FrameProps) {
  const texts = textsFor(viewer.language);
  switch (state.kind) {
    case 'loading':
      return <LoadingSpinner label={texts.loading} showLabel={true} layout="centered" />;
    case 'ready':
      return children(state);
    case 'not-enough-evidence':
      return <NotEnoughEvidence card={state} viewer={viewer} />;
    case 'objection':
      return (
        <EmptyState
          title={texts.objection}
          imageName="lock"
          layout="vertical"
          flush={true}
          imageWidth={imageWidth}
        >
          <Text>{texts.objectionSince(state.since === null ? null : day(state.since, viewer))}</Text>
          <Text>{texts.objectionMeaning}</Text>
        </EmptyState>
      );
    case 'not-yet':
      return <NotYet card={state} viewer={viewer} />;
    case 'unknown-contact':
      return (
        <EmptyState
          title={texts.unknownContact}
          imageName="contacts"
          layout="vertical"
          flush={true}
          imageWidth={imageWidth}
        >
          <Text>{texts.unknownContactMeaning}</Text>
          <Button size="small" onClick={retry}>
            {texts.lookAgain}
          </Button>
        </EmptyState>
      );
    case 'error':
      return (
        <ErrorState title={texts.failureTitle} type={state.failure === 'refused' ? 'lock' : 'error'}>
          <Text>{texts.failures[state.failure]}</Text>
          <Button size="small" onClick={retry}>
            {texts.retry}
          </Button>
        </ErrorState>
      );
  }
}

const imageWidth = 120;

type Of<Kind extends ContactCard['kind']> = Extract<ContactCard, { kind: Kind }>;

function NotEnoughEvidence({ card, viewer }: { card: Of<'not-enough-evidence'>; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  return (
    <EmptyState
      title={texts.notEnough}
      imageName="voteAndSearch"
      layout="vertical"
      flush={true}
      imageWidth={imageWidth}
    >
      <Text>{card.sentence}</Text>
      {card.missing.length > 0 && (
        <Flex direction="column" gap="xs">
          <Text format={{ fontWeight: 'demibold' }}>{texts.missing}</Text>
          <List variant="unordered-styled">
            {card.missing.map((it) => (
              <Text key={it}>{it}</Text>
            ))}
          </List>
        </Flex>
      )}
    </EmptyState>
  );
}

function NotYet({ card, viewer }: { card: Of<'not-yet'>; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  const count = new Intl.NumberFormat(viewer.locale);
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{texts.notYet}</Text>
      <Text>{texts.notYetMeaning}</Text>
      {card.progress !== null && (
        <ProgressBar
          aria-label={texts.notYet}
          value={card.progress.done}
          maxValue={Math.max(card.progress.total, card.progress.done, 1)}
          valueDescription={texts.progress(
            count.format(card.progress.done),
            count.format(card.progress.total),
          )}
        />
      )}
    </Flex>
  );
}
