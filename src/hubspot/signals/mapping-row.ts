/** One line of the mapping table: where a signal comes from. */
import type { By, SignalKind } from '../../relationship/signal/signal.ts';
import type { RecordType } from '../../usecases/ports.ts';
import type { SignalMapping } from './crm-record.ts';

export type MappingRow = {
  readonly kind: SignalKind;
  readonly by: readonly By[];
  /** Null: nothing in HubSpot shows it to us yet. */
  readonly object: RecordType | null;
  /** `*` stands for a part that the portal names. */
  readonly properties: readonly string[];
  readonly scope: string | null;
  readonly setting: keyof SignalMapping | 'pipelines' | null;
  readonly rule: string;
  /** What is lost without it. */
  readonly lost: string;
};
