/** Reads a CSV line by line without holding the file: a story may be larger than memory. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { StoryError } from './story-error.ts';

const chunkBytes = 1 << 16;

export type CsvLine = { readonly number: number; readonly fields: readonly string[] };

/** Lines with something on them, numbered from 1 as an editor shows them. Throws a StoryError when there is no such file. */
export function* readCsvLines(file: string): Generator<CsvLine, void> {
  let number = 0;
  for (const text of readLines(file)) {
    number += 1;
    // A byte order mark is how spreadsheets begin a file, not a part of the first column's name.
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (line.trim() === '') continue;
    const fields = line.includes('"') ? splitQuoted(line) : line.split(',');
    if (fields === null) {
      throw new StoryError(
        `Row ${number} of ${file} opens a quote and does not close it: close it, or take it away.`,
      );
    }
    yield { number, fields: fields.map((field) => field.trim()) };
  }
}

function* readLines(file: string): Generator<string, void> {
  const handle = open(file);
  try {
    const decoder = new StringDecoder('utf8');
    const chunk = Buffer.alloc(chunkBytes);
    let rest = '';
    for (;;) {
      const bytes = readSync(handle, chunk);
      if (bytes === 0) break;
      const lines = (rest + decoder.write(chunk.subarray(0, bytes))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    yield rest + decoder.end();
  } finally {
    closeSync(handle);
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    throw new StoryError(`Cannot open ${file}: give the path of a CSV file that you may read.`, { cause });
  }
}

/** RFC 4180 within one line; null for a quote left open. */
function splitQuoted(line: string): string[] | null {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < line.length; index++) {
    const letter = line[index];
    if (letter === '"') {
      if (quoted && line[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = !quoted;
    } else if (letter === ',' && !quoted) {
      fields.push(field);
      field = '';
    } else field += letter;
  }
  return quoted ? null : [...fields, field];
}
