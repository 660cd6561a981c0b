/** A record as HubSpot lays it out: about it on the left, its story and the cards in the middle, links on the right. */
import { useEffect, useRef } from 'react';
import type { RecordView } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCatalog } from '../api/use-catalog.ts';
import { useFrame } from '../frame.ts';
import { navigate, recordPath, useLocation } from '../router.ts';
import { Loading, Trouble } from '../ui/States.tsx';
import { Associations } from './Associations.tsx';
import { kindByTypeId, type ObjectKind } from './object-kinds.ts';
import type { OpenRecord } from './open-record.ts';
import { ProfileColumn } from './ProfileColumn.tsx';
import { RecordTabs } from './RecordTabs.tsx';
import { SidebarCards } from './SidebarCards.tsx';

const rereadMs = 3000;

export function RecordPage({ typeId, id }: { typeId: string; id: string }) {
  const kind = kindByTypeId(typeId);
  if (!kind)
    return (
      <Trouble
        title="There is no such kind of record"
        message={`The portal has no record pages for ${typeId}.`}
      />
    );
  return <KnownRecord kind={kind} id={id} />;
}

function KnownRecord({ kind, id }: { kind: ObjectKind; id: string }) {
  const { portal } = useFrame();
  const { query } = useLocation();
  const record = useAnswer<RecordView>(`/_sandbox/records/${kind.type}/${id}`, rereadMs);
  const catalog = useCatalog(kind.type);
  const listeners = useRef(new Set<() => void>());
  const survivor = record.kind === 'ready' && record.value.id !== id ? record.value.id : null;
  useEffect(() => {
    if (survivor !== null) navigate(recordPath(portal.portalId, kind.typeId, survivor), 'replace');
  }, [survivor, portal.portalId, kind.typeId]);
  if (record.kind === 'loading') return <Loading words={`Opening the ${kind.one}`} />;
  if (record.kind === 'failed') {
    return (
      <Trouble title={`This ${kind.one} cannot be opened`} message={record.message} retry={record.reload} />
    );
  }
  const view = record.value;
  const open: OpenRecord = {
    kind,
    view,
    catalog,
    changed: () => {
      record.reload();
      for (const listener of listeners.current) listener();
    },
    onChange: (listener) => void listeners.current.add(listener),
  };
  return (
    <div className="record">
      <ProfileColumn open={open} />
      <RecordTabs open={open} engagement={query.get('engagement')} tab={query.get('tab')} />
      <aside className="column" aria-label="Cards and associations">
        <SidebarCards open={open} />
        <Associations open={open} />
      </aside>
    </div>
  );
}
