/** Events that apps put on a contact's timeline. They never change, and an id is used once. */
import type { AppDeclaration, EventTypeDeclaration } from './app-declaration.ts';

export type AppEventRecord = {
  readonly id: string;
  readonly app: AppDeclaration;
  readonly type: EventTypeDeclaration;
  readonly typeName: string;
  readonly objectId: string;
  readonly at: number;
  readonly properties: Readonly<Record<string, string>>;
};

export type AppEvents = {
  /** False when the id was used before by that type. */
  add(event: AppEventRecord): boolean;
  /** Newest first. */
  of(objectId: string): readonly AppEventRecord[];
  all(): Iterable<AppEventRecord>;
  /** Told of each new event. */
  onAdd(listener: (event: AppEventRecord) => void): void;
};

export function createAppEvents(): AppEvents {
  const ids = new Set<string>();
  const listeners: ((event: AppEventRecord) => void)[] = [];
  const byObject = new Map<string, AppEventRecord[]>();
  return {
    add(event) {
      const key = `${event.typeName} ${event.id}`;
      if (ids.has(key)) return false;
      ids.add(key);
      const known = byObject.get(event.objectId) ?? [];
      known.push(event);
      byObject.set(event.objectId, known);
      for (const listener of listeners) listener(event);
      return true;
    },
    of: (objectId) => (byObject.get(objectId) ?? []).toSorted((a, b) => b.at - a.at),
    *all() {
      for (const events of byObject.values()) yield* events;
    },
    onAdd: (listener) => void listeners.push(listener),
  };
}

/** An event as the timeline shows it: `{{name}}` is replaced by the label of the value, a date by its day. */
export function eventHeader(event: AppEventRecord): string {
  return filled(event.type.headerTemplate ?? event.type.name, event);
}

/** The line below the header; empty where the app declared none. */
export function eventDetail(event: AppEventRecord): string {
  return filled(event.type.detailTemplate ?? '', event);
}

function filled(template: string, event: AppEventRecord): string {
  return template
    .replace(/\{\{#formatDate (\w+)\}\}\{\{\/formatDate\}\}/g, (_, name: string) =>
      dayOf(event.properties[name]),
    )
    .replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => labelOf(event, name));
}

function labelOf({ type, properties }: AppEventRecord, name: string): string {
  const value = properties[name] ?? '';
  const options = type.properties.find((property) => property.name === name)?.options ?? [];
  return options.find((option) => option.value === value)?.label ?? value;
}

function dayOf(value: string | undefined): string {
  const at = Date.parse(value ?? '');
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);
}
