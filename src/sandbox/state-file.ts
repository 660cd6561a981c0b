/** Saves a portal to a file and reads it back, line by line, so that two million records need no two copies in memory. */
import { closeSync, existsSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import type { SandboxParts } from './sandbox.ts';
import { restoreLine, stateLines } from './state-lines.ts';

/** The file cannot be used; the message says what to do. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/** First line of a state file: what it is, and since which shape. */
const heading = '{"sandboxState":1}';

const chunkBytes = 1 << 20;

/** Writes beside the file and renames, so that a stop in the middle leaves the former state whole. */
export function saveState(file: string, parts: SandboxParts): void {
  const draft = `${file}.part`;
  const handle = openSync(draft, 'w');
  let buffer = `${heading}\n`;
  for (const line of stateLines(parts)) {
    buffer += `${JSON.stringify(line)}\n`;
    if (buffer.length < chunkBytes) continue;
    writeSync(handle, buffer);
    buffer = '';
  }
  writeSync(handle, buffer);
  closeSync(handle);
  renameSync(draft, file);
}

/** @returns false when there is no file yet. @throws StateFileError when the file is something else. */
export function loadState(file: string, parts: SandboxParts): boolean {
  if (!existsSync(file)) return false;
  let number = 0;
  for (const line of linesOf(file)) {
    number += 1;
    if (number === 1) {
      if (line === heading) continue;
      throw new StateFileError(`${file} is no state of a sandbox portal: name another file or remove it.`);
    }
    try {
      restoreLine(parts, JSON.parse(line));
    } catch (cause) {
      throw new StateFileError(`Line ${number} of ${file} cannot be read: remove the file to begin anew.`, {
        cause,
      });
    }
  }
  return true;
}

function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  const chunk = Buffer.alloc(chunkBytes);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let size = readSync(handle, chunk); size > 0; size = readSync(handle, chunk)) {
      const lines = (rest + decoder.decode(chunk.subarray(0, size), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}
