/** What a page shows while its answer is on the way, or when none came. */
import { Button, ErrorState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { type Awaited, awaitedTexts } from './page-state-texts.ts';
import { textsFor } from './texts.ts';
import type { Question } from './use-question.ts';
import type { Viewer } from './viewer.ts';

type PageStateProps<Value> = {
  question: Question<Value>;
  what: Awaited;
  viewer: Viewer;
  children: (value: Value) => ReactNode;
};

export function PageState<Value>({ question, what, viewer, children }: PageStateProps<Value>) {
  const texts = textsFor(viewer.language);
  const { loading, failed } = awaitedTexts(what, viewer.language);
  const { state, reload } = question;
  if (state.kind === 'loading') return <LoadingSpinner label={loading} showLabel={true} layout="centered" />;
  if (state.kind === 'ready') return <>{children(state.value)}</>;
  return (
    <ErrorState title={failed} type={state.failure === 'refused' ? 'lock' : 'error'}>
      <Flex direction="column" gap="sm" align="center">
        <Text>{texts.failures[state.failure]}</Text>
        <Button size="small" onClick={reload}>
          {texts.retry}
        </Button>
      </Flex>
    </ErrorState>
  );
}
