/** One line of the mapping table: where a signal comes from. */
import type { By, SignalKind } from '../../relationship/signal/signal.ts';
import type { RecordType } from '../../usecases/ports.ts';
import type { PropertyMapping } from '../../usecases/property-mapping.ts';
import type { SignalMapping } from './crm-record.ts';

export type MappingRow = {
  readonly kind: SignalKind;
  readonly by: readonly By[];
  /** Null: nothing in HubSpot shows it to us yet. */
  readonly object: RecordType | null;
  /** `*` stands for a part that the portal names. */
  readonly properties: readonly string[];
  /** The portal's own properties it is read from, by the settings that name them. */
  readonly mapped?: readonly (keyof PropertyMapping)[];
  readonly scope: string | null;
  readonly setting: keyof SignalMapping | 'pipelines' | null;
  readonly rule: string;
  /** What is lost without it. */
  readonly lost: string;
};
