/**
 * Converts the public histories into CSVs that `rapport score`, `rapport backtest` and the sandbox read:
 * `node bench/datasets.ts [TO] [FROM]`, by default into data/ from the folder beside the project.
 *
 * cdnow.csv      orders by the customer, one contact per customer
 * enron.csv      mails of a pair of people; those of the lower number are ours, the other's are the customer's
 * enron-any.csv  the same mails, all by both: what the return protocol counts
 */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type DatasetName,
  datasetFiles,
  datasetFolder,
  datasetPath,
  type HistoryEvent,
  readCdnow,
  readEnron,
} from './histories.ts';

const conversions: readonly {
  readonly to: string;
  readonly from: DatasetName;
  readonly read: (file: string) => Promise<HistoryEvent[]>;
}[] = [
  { to: 'cdnow.csv', from: 'cdnow', read: readCdnow },
  { to: 'enron.csv', from: 'enron', read: (file) => readEnron(file, false) },
  { to: 'enron-any.csv', from: 'enron', read: (file) => readEnron(file, true) },
];

export async function convertDatasets(to: string, from = datasetFolder): Promise<string[]> {
  await mkdir(to, { recursive: true });
  const lines: string[] = [];
  for (const conversion of conversions) {
    const file = datasetPath(conversion.from, from);
    if (file === null) {
      lines.push(
        `${conversion.to}: absent, ${path.join(from, datasetFiles[conversion.from])} does not exist`,
      );
      continue;
    }
    const events = await conversion.read(file);
    await writeFile(path.join(to, conversion.to), toCsv(events));
    lines.push(`${conversion.to}: ${events.length} events`);
  }
  return lines;
}

export function toCsv(events: readonly HistoryEvent[]): string {
  const rows = events.map((e) => `${e.contact},${e.at},${e.kind},${e.by},${e.amount}\n`);
  return `contact,at,kind,by,amount\n${rows.join('')}`;
}

if (import.meta.main) {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [to = path.join(import.meta.dirname, '../data'), from = datasetFolder] = positionals;
  for (const line of await convertDatasets(to, from)) console.log(line);
}
