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

/** The header of an event as the timeline shows it: `{{name}}` is replaced by the value. */
export function eventHeader(event: AppEventRecord): string {
  const template = event.type.headerTemplate ?? event.type.name;
  return template.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => event.properties[name] ?? '');
}
