/** The public histories we measure on, read from their own files into the rows that `rapport score` takes. */

import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** One event of a history: a row of the CSV that `rapport score` reads. */
export type HistoryEvent = {
  readonly contact: string;
  /** ISO date or time. */
  readonly at: string;
  readonly kind: string;
  readonly by: 'customer' | 'both' | 'us';
  readonly amount: string;
};

/** Where the data sets lie unless a folder is given: beside the project, not in it. */
export const datasetFolder = path.join(import.meta.dirname, '../../shared/datasets');

export const datasetFiles = { cdnow: 'cdnow_sample.csv', enron: 'enron.csv' } as const;

export type DatasetName = keyof typeof datasetFiles;

export function datasetPath(name: DatasetName, folder = datasetFolder): string | null {
  const file = path.join(folder, datasetFiles[name]);
  return existsSync(file) ? file : null;
}

/** CDNOW: one row per order. */
export async function readCdnow(file: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for await (const [contact, date, , , value] of rowsOf(file)) {
    if (contact === undefined || date === undefined) continue;
    events.push({ contact, at: date, kind: 'order', by: 'customer', amount: value ?? '' });
  }
  return events;
}

/**
 * Enron: a relationship is an unordered pair of people, seen from the one with the lower number, whose mails are ours.
 * With `anyDirection` every mail is by both, as the return protocol wants it: any event counts.
 */
export async function readEnron(file: string, anyDirection: boolean): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for await (const [from, to, seconds] of rowsOf(file)) {
    if (from === undefined || to === undefined || seconds === undefined || from === to) continue;
    const low = Math.min(Number(from), Number(to));
    events.push({
      contact: `${low}-${Math.max(Number(from), Number(to))}`,
      at: new Date(Number(seconds) * 1000).toISOString(),
      kind: 'message',
      by: anyDirection ? 'both' : Number(from) === low ? 'us' : 'customer',
      amount: '',
    });
  }
  return events;
}

async function* rowsOf(file: string): AsyncGenerator<string[]> {
  let isHeader = true;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (!isHeader && line !== '') yield line.split(',');
    isHeader = false;
  }
}
