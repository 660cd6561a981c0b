/** The architecture as rules on source files. Each breach names its rule, file and line, and what was written there. */
import path from 'node:path';
import { type Found, type Import, type SourceFile, type Syntax, syntaxOf } from './syntax.ts';

export type Rule =
  | 'layers'
  | 'env'
  | 'clock'
  | 'sql'
  | 'hubspot-path'
  | 'file-length'
  | 'function-length'
  | 'file-name'
  | 'default-export'
  | 'any'
  | 'non-null'
  | 'cast'
  | 'test-title';

export type Breach = { readonly rule: Rule; readonly at: string; readonly what: string };

const longestFile = 300;
const longestFunction = 50;
/** Markup takes lines, but no thought. */
const longestComponent = 80;

/** What each part of src may import of the others. `process` is main, service, config and manifest. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  relationship: [],
  usecases: ['relationship'],
  http: ['usecases', 'relationship', 'manifest'],
  jobs: ['usecases', 'relationship', 'manifest'],
  hubspot: ['usecases', 'relationship', 'manifest'],
  db: ['usecases', 'relationship', 'manifest'],
  // A command is where a process begins: it may start the service, or a whole world.
  cli: ['usecases', 'relationship', 'manifest', 'process', 'world', 'sandbox'],
  // The sandbox and the service on one machine: it starts both, and lets them meet over HTTP.
  world: ['usecases', 'relationship', 'jobs', 'cli', 'manifest', 'process', 'sandbox'],
  sandbox: [],
  manifest: [],
  process: ['usecases', 'relationship', 'http', 'jobs', 'hubspot', 'db', 'cli', 'manifest'],
};

/** Parts that only describe or decide: no library, nothing of the machine. */
const pure = ['relationship', 'usecases'];

/** What the service answers to the extensions: types alone, one file for each part of them. */
const sharedContract = /^@rapport\/shared\/contract(-[a-z]+)*\.ts$/;

export function breachesIn(file: SourceFile): readonly Breach[] {
  const syntax = syntaxOf(file);
  const breach =
    (rule: Rule) =>
    ({ what, line }: Found): Breach => ({ rule, at: `${file.path}:${line}`, what });
  return [
    ...layerBreaches(file, syntax).map(breach('layers')),
    ...envReads(file, syntax).map(breach('env')),
    ...clockReads(file, syntax).map(breach('clock')),
    ...sqlUses(file, syntax).map(breach('sql')),
    ...hubspotPaths(file, syntax).map(breach('hubspot-path')),
    ...tooLong(syntax).map(breach('file-length')),
    ...tooLongFunctions(file, syntax).map(breach('function-length')),
    ...badNames(file).map(breach('file-name')),
    ...(isTooling(file) ? [] : syntax.defaultExports.map(breach('default-export'))),
    ...syntax.anys.map(breach('any')),
    ...syntax.nonNulls.map(breach('non-null')),
    ...(isTest(file) ? [] : syntax.unprovenCasts.map(breach('cast'))),
    ...syntax.testTitles.filter((it) => /\bshould\b/i.test(it.what)).map(breach('test-title')),
  ];
}

function partOf(file: string): string | null {
  const [top, second = '', third] = file.split('/');
  if (top !== 'src') return null;
  if (third !== undefined) return second;
  return second === 'manifest.ts' ? 'manifest' : 'process';
}

function layerBreaches(file: SourceFile, syntax: Syntax): Found[] {
  const forbidden = file.path.startsWith('extensions/') ? forbiddenInExtensions : forbiddenInSource;
  return syntax.imports
    .filter((it) => forbidden(file.path, it))
    .map(({ from, line }) => ({ what: `imports ${from}`, line }));
}

function forbiddenInSource(file: string, { from, typeOnly }: Import): boolean {
  const part = partOf(file);
  if (part === null) return false;
  if (sharedContract.test(from)) return !typeOnly || part === 'sandbox';
  if (from.startsWith('@rapport/')) return true;
  if (!from.startsWith('.')) return pure.includes(part);
  const target = path.posix.join(path.posix.dirname(file), from);
  if (part === 'manifest' && target.endsWith('.json')) return false;
  const targetPart = partOf(target);
  if (targetPart === null) return true;
  return targetPart !== part && !(mayImport[part] ?? []).includes(targetPart);
}

/** HubSpot uploads the extensions alone: what they import must travel with them. */
function forbiddenInExtensions(file: string, { from }: Import): boolean {
  if (/^(react|@hubspot\/ui-extensions(\/crm|\/pages|\/pages\/home)?|@rapport\/shared\/.+)$/.test(from))
    return false;
  if (!from.startsWith('./')) return true;
  return path.posix.dirname(path.posix.join(path.posix.dirname(file), from)) !== path.posix.dirname(file);
}

function envReads({ path: file }: SourceFile, { names }: Syntax): Found[] {
  if (!file.startsWith('src/') || file === 'src/config.ts') return [];
  return names.filter((it) => /^(globalThis\.)?process\.env$/.test(it.what));
}

const clockAndChance =
  /^(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.\w+|(globalThis\.)?crypto\.\w+|set(Timeout|Interval|Immediate)\(\))$/;

function clockReads({ path: file }: SourceFile, { names }: Syntax): Found[] {
  const part = partOf(file);
  return part !== null && pure.includes(part) ? names.filter((it) => clockAndChance.test(it.what)) : [];
}

function sqlUses({ path: file }: SourceFile, { imports, templateTags }: Syntax): Found[] {
  const part = partOf(file);
  if (part === null || part === 'db') return [];
  const libraries = imports.filter(
    (it) => !it.typeOnly && /^(kysely|pg|@electric-sql\/pglite)(\/|$)/.test(it.from),
  );
  return [
    ...templateTags.filter((it) => /^sql\b/.test(it.what)),
    ...libraries.map(({ from, line }) => ({ what: `imports ${from}`, line })),
  ];
}

const hubspotPath =
  /(^|\/)(crm\/(v\d|objects|properties|associations|owners|pipelines|limits|lists|exports)|integrators\/timeline|account-info\/|appinstalls\/|automation\/actions|form-integrations)|oauth\/(20\d\d|v\d)/;

function hubspotPaths({ path: file }: SourceFile, { texts }: Syntax): Found[] {
  const part = partOf(file);
  if (part === null || part === 'hubspot' || part === 'sandbox') return [];
  return texts.filter((it) => hubspotPath.test(it.what));
}

function tooLong({ lines }: Syntax): Found[] {
  return lines > longestFile ? [{ what: `${lines} lines, at most ${longestFile}`, line: lines }] : [];
}

function tooLongFunctions(file: SourceFile, { functions }: Syntax): Found[] {
  if (isTest(file)) return [];
  const limitOf = (name: string) =>
    file.path.endsWith('.tsx') && /^[A-Z]/.test(name) ? longestComponent : longestFunction;
  return functions
    .filter((it) => it.length > limitOf(it.name))
    .map(({ name, length, line }) => ({
      what: `${name} has ${length} lines, at most ${limitOf(name)}`,
      line,
    }));
}

const drawers = ['utils', 'helpers', 'types', 'constants', 'index', 'common', 'misc'];

function badNames({ path: file }: SourceFile): Found[] {
  const name = path.posix.basename(file).replace(/(\.(test|property\.test|d|config))?\.tsx?$/, '');
  const wellFormed = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(name);
  const component = file.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(name);
  return (wellFormed || component) && !drawers.includes(name) ? [] : [{ what: name, line: 1 }];
}

function isTest({ path: file }: SourceFile): boolean {
  return file.startsWith('test/');
}

function isTooling({ path: file }: SourceFile): boolean {
  return file.endsWith('.config.ts') || file.endsWith('.d.ts');
}
