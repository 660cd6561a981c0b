import type { SettingProblem } from './setting-problem.ts';

/** A value that may be used, or everything that is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] };

/** Reads one setting from what came over the border; `path` names it in problems, as `guardrails.quietFromHour`. */
export type Reader<T> = (raw: unknown, path: string) => Read<T>;

export function valid<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function wrong(problem: SettingProblem): Read<never> {
  return { ok: false, problems: [problem] };
}

export function numberIn(min: number, max: number, isWhole: boolean): Reader<number> {
  return (raw, path) => {
    const fits = typeof raw === 'number' && raw >= min && raw <= max && (!isWhole || Number.isInteger(raw));
    return fits ? valid(raw) : wrong({ code: 'not_in_range', path, min, max, isWhole });
  };
}

export function oneOf<T extends string | number | boolean>(options: readonly T[]): Reader<T> {
  return (raw, path) => {
    const found = options.find((option) => option === raw);
    return found === undefined ? wrong({ code: 'not_one_of', path, options }) : valid(found);
  };
}

export const flag: Reader<boolean> = oneOf([true, false]);

/** A text that says something, of at most so many characters. */
export function textUpTo(longest: number): Reader<string> {
  return (raw, path) =>
    typeof raw === 'string' && raw.trim() !== '' && raw.length <= longest
      ? valid(raw)
      : wrong({ code: 'not_a_text', path, longest });
}

export function textLike(pattern: RegExp, example: string): Reader<string> {
  return (raw, path) =>
    typeof raw === 'string' && pattern.test(raw) ? valid(raw) : wrong({ code: 'not_like', path, example });
}

/** Null, or what the reader reads. */
export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (raw, path) => (raw === null ? valid(null) : read(raw, path));
}

export function listOf<T>(read: Reader<T>, longest = 1000): Reader<readonly T[]> {
  return (raw, path) => {
    if (!Array.isArray(raw) || raw.length > longest) return wrong({ code: 'not_a_list', path, longest });
    return all(raw.map((item: unknown, place) => read(item, `${path}[${place}]`)));
  };
}

/** An object whose keys the portal chooses. */
export function tableOf<T>(
  read: Reader<T>,
  readKey: Reader<string> = textUpTo(255),
): Reader<Readonly<Record<string, T>>> {
  return (raw, path) => {
    if (!isObject(raw)) return wrong({ code: 'not_a_table', path });
    const entries = Object.entries(raw).map(([key, value]): Read<readonly [string, T]> => {
      const [name, item] = [readKey(key, `${path}.${key}`), read(value, `${path}.${key}`)];
      if (name.ok && item.ok) return valid([name.value, item.value] as const);
      return { ok: false, problems: [...problemsOf(name), ...problemsOf(item)] };
    });
    const table = all(entries);
    return table.ok ? valid(Object.fromEntries(table.value)) : table;
  };
}

/** A table of some of these keys and no other. */
export function partialTableOf<K extends string, T>(
  keys: readonly K[],
  read: Reader<T>,
): Reader<Readonly<Partial<Record<K, T>>>> {
  // The keys have been read, so the table has no others.
  return (raw, path) => tableOf(read, oneOf(keys))(raw, path) as Read<Readonly<Partial<Record<K, T>>>>;
}

/** A reader for each key of a record. */
export type Readers<S> = { readonly [K in keyof S]-?: Reader<S[K]> };

/**
 * An object with exactly these keys; a key that is absent keeps its default where there is one, an unknown key is a
 * problem. All problems are told together.
 */
export function recordOf<S extends object>(readers: Readers<S>, defaults?: S): Reader<S> {
  return (raw, path) => {
    if (!isObject(raw)) return wrong({ code: 'not_a_table', path });
    const problems: SettingProblem[] = [];
    const values: Partial<S> = {};
    for (const key of Object.keys(raw)) {
      if (!Object.hasOwn(readers, key)) problems.push({ code: 'unknown_setting', path: joined(path, key) });
    }
    for (const key of keysOf(readers)) readKey(key);
    // Every key of S has been read: `readKey` fills it or tells a problem.
    return problems.length > 0 ? { ok: false, problems } : valid(values as S);

    function readKey<K extends keyof S & string>(key: K): void {
      const isGiven = isObject(raw) && Object.hasOwn(raw, key);
      if (!isGiven && defaults !== undefined) {
        values[key] = defaults[key];
        return;
      }
      const found = readers[key](isObject(raw) ? raw[key] : undefined, joined(path, key));
      if (found.ok) values[key] = found.value;
      else problems.push(...found.problems);
    }
  };
}

export function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

export function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function keysOf<S extends object>(readers: Readers<S>): readonly (keyof S & string)[] {
  // Object.keys forgets the key type; a mapped type over S has no other keys.
  return Object.keys(readers) as (keyof S & string)[];
}

function problemsOf(read: Read<unknown>): readonly SettingProblem[] {
  return read.ok ? [] : read.problems;
}

function all<T>(reads: readonly Read<T>[]): Read<readonly T[]> {
  const problems = reads.flatMap(problemsOf);
  if (problems.length > 0) return { ok: false, problems };
  return valid(reads.flatMap((read) => (read.ok ? [read.value] : [])));
}
