/** Histories as the engine sees them: events to signals to touch days, the same way `rapport score` reads them. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventsOf } from '../src/cli/read-events.ts';
import { defaultSettings } from '../src/relationship/settings.ts';
import type { Signal } from '../src/relationship/signal/signal.ts';
import { touchDays } from '../src/relationship/signal/touch-days.ts';
import { toCsv } from './datasets.ts';
import { datasetFiles, datasetPath, readCdnow, readEnron } from './histories.ts';
import type { TestHistory } from './return-protocol.ts';

export type SignalHistory = TestHistory & { readonly signals: ReadonlyMap<string, readonly Signal[]> };

/** The known data sets that lie in the folder, then every other CSV of the `rapport score` format in it. */
export async function readHistories(
  folder: string,
  horizonDays: number,
): Promise<{ found: SignalHistory[]; absent: string[] }> {
  const found: SignalHistory[] = [];
  const absent: string[] = [];
  const cdnow = datasetPath('cdnow', folder);
  if (cdnow === null) absent.push(path.join(folder, datasetFiles.cdnow));
  else found.push(historyOf('CDNOW', toCsv(await readCdnow(cdnow)), 90, 0.5));
  const enron = datasetPath('enron', folder);
  if (enron === null) absent.push(path.join(folder, datasetFiles.enron));
  else found.push(historyOf('Enron', toCsv(await readEnron(enron, true)), 90, 0.6));
  const known: readonly string[] = Object.values(datasetFiles);
  for (const file of await csvFiles(folder)) {
    if (known.includes(file)) continue;
    const text = await readFile(path.join(folder, file), 'utf8');
    found.push(historyOf(path.basename(file, '.csv'), text, horizonDays, 0.5));
  }
  return { found, absent };
}

export function historyOf(
  name: string,
  csv: string,
  horizonDays: number,
  firstCutoff: number,
): SignalHistory {
  const signals = eventsOf(csv, name);
  const contacts = [...signals.values()]
    .map((list) => touchDays(list, defaultSettings))
    .filter((days) => days.length > 0);
  return { name, signals, contacts, horizonDays, firstCutoff };
}

async function csvFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
