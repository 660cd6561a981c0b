import type { RecordView } from '../../sandbox-api-for-pages.ts';
import type { Catalog } from '../api/use-catalog.ts';
import type { ObjectKind } from './object-kinds.ts';

/** The record that a record page shows, and how its parts tell each other that it changed. */
export type OpenRecord = {
  readonly kind: ObjectKind;
  readonly view: RecordView;
  readonly catalog: Catalog;
  /** Something was written: the page reads the record again and the cards are told. */
  changed(): void;
  onChange(listener: () => void): void;
};
