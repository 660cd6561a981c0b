import type { PropertyHistory } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Loading, Nothing, Trouble } from '../ui/States.tsx';
import { wordTime, wordValue } from '../words.ts';
import type { OpenRecord } from './open-record.ts';

/** What a property was before, when it changed and who changed it. */
export function History({
  name,
  label,
  open,
  close,
}: {
  name: string;
  label: string;
  open: OpenRecord;
  close: () => void;
}) {
  const { portal } = useFrame();
  const { type, id } = open.view;
  const history = useAnswer<PropertyHistory>(
    `/_sandbox/records/${type}/${id}/history?property=${encodeURIComponent(name)}`,
    5000,
  );
  const entries = history.kind === 'ready' ? (history.value[name] ?? []) : [];
  return (
    <Dialog title={`History of ${label}`} kind="panel" close={close}>
      <div className="hs-dialog-body">
        {history.kind === 'loading' && <Loading words="Reading the history" />}
        {history.kind === 'failed' && (
          <Trouble title="The history cannot be read" message={history.message} />
        )}
        {history.kind === 'ready' && entries.length === 0 && <Nothing title="Never set" about="clock" />}
        <ol className="history">
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be the same in every field
            <li key={`${entry.at}-${at}`}>
              <strong>
                {wordValue(entry.value, open.catalog.find(name), portal.timeZone) || '(cleared)'}
              </strong>
              <span>
                {wordTime(entry.at, portal.timeZone)} · {entry.sourceLabel}
              </span>
              <span className="quiet">{entry.source}</span>
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}
