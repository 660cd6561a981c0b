/** The form of one correction: its fields with their problems, and what became of sending it. Nothing written is lost. */
import { Alert, Button, Flex, Form, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import { CorrectionField } from './CorrectionField.tsx';
import type { CorrectionKind } from './contract-corrections.ts';
import {
  type Draft,
  type DraftField,
  emptyDraft,
  fieldsOf,
  newCorrectionId,
  problemsIn,
  requestOf,
} from './correction-draft.ts';
import { textsFor } from './texts.ts';
import type { Corrections, Sent } from './use-corrections.ts';
import { dayIn, type Viewer } from './viewer.ts';

type Props = {
  kind: CorrectionKind;
  viewer: Viewer;
  corrections: Corrections;
  /** Once it is done; the form is then used up. */
  done: () => void;
  cancel: () => void;
};

export function CorrectionForm({ kind, viewer, corrections, done, cancel }: Props) {
  const texts = textsFor(viewer.language);
  const form = texts.corrections.forms[kind];
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  // Made once for this form: a double click and a repetition by the host are the same correction.
  const id = useRef(newCorrectionId(Date.now(), Math.random));
  const inFlight = useRef(false);
  const problems = problemsIn(kind, draft, dayIn(viewer.timeZone, Date.now()));

  const submit = async () => {
    setTried(true);
    const asked = { id: id.current, contactId: viewer.contactId, locale: viewer.language };
    const request = Object.keys(problems).length === 0 ? requestOf(kind, draft, asked) : null;
    if (request === null || inFlight.current) return;
    inFlight.current = true;
    setSending(true);
    const outcome = await corrections.send(kind, request);
    inFlight.current = false;
    setSending(false);
    setSent(outcome);
    if (outcome.kind === 'done') done();
  };
  const change = (field: DraftField, value: string) => {
    setDraft((before) => ({ ...before, [field]: value }));
    setSent(null);
  };
  const answered = (field: DraftField) =>
    sent?.kind === 'invalid' ? sent.problems.find((it) => it.field === field)?.sentence : undefined;
  return (
    <Form preventDefault={true} onSubmit={() => void submit()}>
      <Flex direction="column" gap="md">
        <Text>{form.explains}</Text>
        {fieldsOf[kind].map((field) => (
          <CorrectionField
            key={field}
            field={field}
            draft={draft}
            change={change}
            problem={tried ? problems[field] : undefined}
            answered={answered(field)}
            viewer={viewer}
            corrections={corrections}
          />
        ))}
        <Trouble sent={sent} viewer={viewer} />
        <Flex direction="row" gap="sm">
          <LoadingButton type="submit" variant="primary" loading={sending}>
            {sending ? texts.corrections.sending : form.send}
          </LoadingButton>
          <Button onClick={cancel}>{texts.corrections.cancel}</Button>
        </Flex>
      </Flex>
    </Form>
  );
}

/** What does not belong to one field: no answer, or a request that is refused as a whole. */
function Trouble({ sent, viewer }: { sent: Sent | null; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  if (sent === null || sent.kind === 'done') return null;
  const sentences =
    sent.kind === 'invalid'
      ? sent.problems.filter((it) => it.field === null).map((it) => it.sentence)
      : [texts.failures[sent.failure]];
  return (
    <Alert title={texts.corrections.notSent} variant="danger">
      {sentences.length === 0 ? null : <Text>{sentences.join(' ')}</Text>}
    </Alert>
  );
}
