import { UsageError } from './usage-error.ts';

/** One record of a CSV and the line of the file on which it begins, counted from 1. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/**
 * The records of a CSV as RFC 4180 has them: quoted fields may hold commas, line breaks and doubled quotes; lines end
 * with CRLF, LF or CR; a byte-order mark at the start is skipped, and so are empty lines. Throws `UsageError` at a quote that is
 * never closed or closed in the middle of a field.
 */
export function* parseCsv(text: string): Generator<CsvRecord> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begin = line;
    const fields: string[] = [];
    for (let more = true; more; ) {
      const field = text[at] === '"' ? quotedField(text, at, begin) : plainField(text, at);
      fields.push(field.value);
      line += field.lines;
      at = field.end;
      more = text[at] === ',';
      if (more) at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (fields.length > 1 || fields[0] !== '') yield { line: begin, fields };
  }
}

type Field = { readonly value: string; readonly end: number; readonly lines: number };

function plainField(text: string, from: number): Field {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 44 || code === 10 || code === 13) break;
  }
  return { value: text.slice(from, end), end, lines: 0 };
}

function quotedField(text: string, from: number, line: number): Field {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new UsageError(`Row ${line}: a quoted field is never closed`);
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at++;
  }
  if (at < text.length && !',\r\n'.includes(text[at] ?? '')) {
    throw new UsageError(`Row ${line}: text follows a closing quote`);
  }
  return { value, end: at, lines: value.split(/\r\n|\n|\r/).length - 1 };
}
