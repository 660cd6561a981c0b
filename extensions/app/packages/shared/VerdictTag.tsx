/** A verdict in one word, never by its colour alone. */
import { StatusTag } from '@hubspot/ui-extensions';
import type { VerdictName } from './contract.ts';
import { textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

const variants = {
  ALLOW: 'success',
  ALLOW_WITH_NOTICE: 'info',
  ASK_FIRST: 'warning',
  DENY: 'danger',
} as const;

export function VerdictTag({ answer, viewer }: { answer: VerdictName; viewer: Viewer }) {
  return (
    <StatusTag variant={variants[answer]}>
      {textsFor(viewer.language).panels.guardrails.answers[answer]}
    </StatusTag>
  );
}
