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
  Tile,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { ContactCard, ReadyCard } from './contract.ts';
import { LastKnown } from './LastKnown.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import type { CardState } from './use-contact-card.ts';
import { day, type Viewer } from './viewer.ts';

type Of<Kind extends ContactCard['kind']> = Extract<ContactCard, { kind: Kind }>;

type FrameProps = {
  state: CardState;
  viewer: Viewer;
  retry: () => void;
  /** Below what was assessed, for cards that have one. */
  footer?: (assessedAt: string) => ReactNode;
  /** What this card shows of a contact without a stage, below what is missing. */
  without?: (card: Of<'not-enough-evidence'>) => ReactNode;
  /** What this card makes of a stage. */
  children: (card: ReadyCard) => ReactNode;
};

const nothing = () => null;

export function CardFrame({
  state,
  viewer,
  retry,
  footer = nothing,
  without = nothing,
  children,
}: FrameProps) {
  const texts = textsFor(viewer.language);
  switch (state.kind) {
    case 'loading':
      return <LoadingSpinner label={texts.loading} showLabel={true} layout="centered" />;
    case 'ready':
      return (
        <Flex direction="column" gap="md">
          {children(state)}
          {footer(state.assessedAt)}
        </Flex>
      );
    case 'not-enough-evidence':
      return (
        <Flex direction="column" gap="md">
          <NotEnoughEvidence card={state} viewer={viewer} />
          {without(state)}
          {footer(state.assessedAt)}
        </Flex>
      );
    case 'objection':
      return (
        <EmptyState title={texts.objection} imageName="lock" {...plainState}>
          <Text>{texts.objectionSince(state.since === null ? null : day(state.since, viewer))}</Text>
          <Text>{texts.objectionMeaning}</Text>
        </EmptyState>
      );
    case 'not-yet':
      return <NotYet card={state} viewer={viewer} />;
    case 'unknown-contact':
      return (
        <EmptyState title={texts.unknownContact} imageName="contacts" {...plainState}>
          <Again why={texts.unknownContactMeaning} label={texts.lookAgain} retry={retry} />
        </EmptyState>
      );
    case 'gone':
      return (
        <EmptyState title={texts.gone} imageName="contacts" {...plainState}>
          <Text>{texts.goneMeaning}</Text>
        </EmptyState>
      );
    case 'stale':
      return <LastKnown last={state.last} failure={state.failure} viewer={viewer} retry={retry} />;
    case 'error':
      return (
        <ErrorState title={texts.failureTitle} type={state.failure === 'refused' ? 'lock' : 'error'}>
          <Again why={texts.failures[state.failure]} label={texts.retry} retry={retry} />
        </ErrorState>
      );
  }
}

const plainState = { layout: 'vertical', flush: true, imageWidth: 120 } as const;

function Again({ why, label, retry }: { why: string; label: string; retry: () => void }) {
  return (
    <Flex direction="column" gap="sm" align="center">
      <Text>{why}</Text>
      <Button size="small" onClick={retry}>
        {label}
      </Button>
    </Flex>
  );
}

function NotEnoughEvidence({ card, viewer }: { card: Of<'not-enough-evidence'>; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  const missing = card.missing.length > 0 ? card.missing : [texts.missingAct];
  return (
    <>
      <EmptyState title={texts.notEnough} imageName="voteAndSearch" {...plainState}>
        <Text>{card.sentence}</Text>
      </EmptyState>
      <Tile compact={true}>
        <SectionTitle>{texts.missing}</SectionTitle>
        <List variant="unordered-styled">
          {missing.map((it) => (
            <Text key={it}>{it}</Text>
          ))}
        </List>
      </Tile>
    </>
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
