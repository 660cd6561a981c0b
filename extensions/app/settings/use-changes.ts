/** What was changed on the page and is not applied yet, and the ways to send it. */
import { hubspot } from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import {
  type ChangeAnswer,
  type ChangeRequest,
  isChangeAnswer,
  isPreviewView,
  type PreviewView,
  type SettingProblem,
  type SettingsView,
} from '@rapport/shared/contract-settings.ts';
import type { SettingsTexts } from '@rapport/shared/settings-texts.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PageActions } from './Settings.tsx';

/** What was changed so far, as it will be sent. */
export type Draft = Omit<ChangeRequest, 'id' | 'locale' | 'basedOn' | 'note'>;

export type Changes = {
  readonly draft: Draft;
  readonly isChanged: boolean;
  readonly problems: readonly SettingProblem[];
  readonly isSending: boolean;
  readonly preview: PreviewView | null;
  readonly set: (part: Draft) => void;
  readonly setField: (path: string, value: unknown) => void;
  readonly discard: () => void;
  readonly askPreview: () => void;
  readonly apply: (note: string) => void;
  /** One of the other changes: a switch, a name, a way back. */
  readonly send: (path: string, body: Readonly<Record<string, unknown>>) => void;
};

type ChangesInput = {
  settings: SettingsView;
  viewer: Viewer;
  texts: SettingsTexts;
  actions: PageActions;
  show: (settings: SettingsView) => void;
};

/** Between two looks at a preview that is being computed, ms. */
const lookAgainMs = 1_000;

export function useChanges({ settings, viewer, texts, actions, show }: ChangesInput): Changes {
  const { backend, language } = viewer;
  const [draft, setDraft] = useState<Draft>({});
  const [problems, setProblems] = useState<readonly SettingProblem[]>([]);
  const [preview, setPreview] = useState<PreviewView | null>(null);
  usePolledPreview(backend, preview, setPreview);

  const { isSending, send } = useSending(backend);
  const post: typeof send = (path, body) => {
    setProblems([]);
    return send(path, body);
  };

  const take = (answer: Awaited<ReturnType<typeof post>>): boolean => {
    if (answer === null) return false;
    if ('failure' in answer) actions.addAlert({ type: 'danger', message: texts.failed });
    else if ('state' in answer.value) setPreview(answer.value);
    else if (answer.value.kind === 'invalid') setProblems(answer.value.problems);
    else if (answer.value.kind === 'not-admin')
      actions.addAlert({ type: 'danger', message: texts.notAdmin.title });
    else {
      show(answer.value.settings);
      const isStale = answer.value.kind === 'stale';
      if (isStale) actions.addAlert({ type: 'warning', message: texts.stale });
      return !isStale;
    }
    return false;
  };

  const asked = { locale: language, basedOn: settings.revision };
  const clear = () => {
    setDraft({});
    setProblems([]);
    setPreview(null);
  };
  return {
    draft,
    problems,
    isSending,
    preview,
    isChanged: Object.keys(draft).length > 0,
    set: (part) => {
      setDraft({ ...draft, ...part });
      setPreview(null);
    },
    setField: (path, value) => {
      setDraft({ ...draft, fields: { ...draft.fields, [path]: value } });
      setPreview(null);
    },
    discard: clear,
    askPreview: () => void post('preview', { ...asked, ...draft, id: newId() }).then(take),
    apply: (note) =>
      void post('apply', { ...asked, ...draft, id: newId(), note }).then((answer) => {
        if (!take(answer)) return;
        clear();
        actions.addAlert({ type: 'success', message: texts.applied });
      }),
    send: (path, body) => void post(path, { ...asked, ...body }).then(take),
  };
}

/** One request at a time: a second click comes before the first has shown in the state, and is none. */
function useSending(backend: string) {
  const [isSending, setSending] = useState(false);
  const isUnderWay = useRef(false);
  const send = useCallback(
    async (path: string, body: Readonly<Record<string, unknown>>) => {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      setSending(true);
      const put = () => hubspot.fetch(`${backend}/settings/${path}`, { method: 'POST', body });
      const reads = (it: unknown): it is ChangeAnswer | PreviewView =>
        isChangeAnswer(it) || isPreviewView(it);
      const answer = await ask({ send: put, reads, alsoReads: [403, 409, 422] });
      isUnderWay.current = false;
      setSending(false);
      return answer;
    },
    [backend],
  );
  return { isSending, send };
}

function usePolledPreview(
  backend: string,
  preview: PreviewView | null,
  setPreview: (preview: PreviewView) => void,
): void {
  useEffect(() => {
    if (preview?.state !== 'running') return;
    const timer = setTimeout(async () => {
      const send = () => hubspot.fetch(`${backend}/settings/preview`, { method: 'GET' });
      const answer = await ask({ send, reads: isPreviewView, alsoReads: [] });
      // A look that fails changes nothing: a new object starts the next wait.
      setPreview('value' in answer ? answer.value : { ...preview });
    }, lookAgainMs);
    return () => clearTimeout(timer);
  }, [backend, preview, setPreview]);
}

/** An id no other form has: a repeated request is one change. */
function newId(): string {
  return crypto.randomUUID();
}
