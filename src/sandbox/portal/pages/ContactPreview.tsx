/** HubSpot's preview of a record: a panel over the list, with the app's preview cards. */
import type { RecordView } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCatalog } from '../api/use-catalog.ts';
import { CardPanel } from '../cards/CardPanel.tsx';
import { useCards } from '../cards/use-cards.ts';
import { kindByTypeId } from '../record/object-kinds.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Loading, Trouble } from '../ui/States.tsx';

export function ContactPreview({ id, close }: { id: string; close: () => void }) {
  const kind = kindByTypeId('0-1');
  const catalog = useCatalog('contacts');
  const record = useAnswer<RecordView>(`/_sandbox/records/contacts/${id}`);
  const cards = useCards('crm.preview', 'contacts');
  const title = record.kind === 'ready' ? record.value.title : 'Contact';
  return (
    <Dialog title={title} kind="panel" close={close}>
      <div className="hs-dialog-body">
        {record.kind === 'loading' && <Loading words="Reading the contact" />}
        {record.kind === 'failed' && (
          <Trouble title="This contact cannot be opened" message={record.message} />
        )}
        {record.kind === 'ready' &&
          kind !== undefined &&
          cards.map((card) => (
            <CardPanel
              key={card.uid}
              card={card}
              open={{ kind, view: record.value, catalog, changed: record.reload, onChange: () => undefined }}
              titled
            />
          ))}
      </div>
    </Dialog>
  );
}
