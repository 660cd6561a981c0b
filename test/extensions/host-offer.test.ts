/**
 * The cards and pages use what HubSpot's host offers and nothing else: components and hooks that the SDK exports for
 * everybody, and no element of HTML. The bundles cannot tell: the SDK puts its whole list, unfinished and internal parts
 * among it, into each of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as components from '@hubspot/ui-extensions';
import * as pages from '@hubspot/ui-extensions/pages';
import ts from 'typescript';
import { expect, test } from 'vitest';

const app = path.resolve(import.meta.dirname, '../../extensions/app');

/** What may be imported, by the module's name. The parts for the CRM's own records are not there: pages cannot show them. */
const offered: Readonly<Record<string, readonly string[]>> = {
  '@hubspot/ui-extensions': Object.keys(components),
  '@hubspot/ui-extensions/pages': Object.keys(pages),
};

const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
  .map((file) => parsed(file, readFileSync(path.join(app, file), 'utf8')));

function parsed(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, kind);
}

function nodesOf(source: ts.SourceFile): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Values that the file takes from HubSpot, as `module name`; types are gone at run time. */
function takenFrom(source: ts.SourceFile): readonly string[] {
  return nodesOf(source).flatMap((node) => {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return [];
    const from = node.moduleSpecifier.text;
    const clause = node.importClause;
    if (!from.startsWith('@hubspot/') || clause === undefined || clause.isTypeOnly) return [];
    const named = clause.namedBindings;
    if (named === undefined || !ts.isNamedImports(named)) return [`${from} as a whole`];
    return named.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ propertyName, name }) => `${from} ${(propertyName ?? name).text}`);
  });
}

/** Tags that are no component, such as `div`. */
function htmlIn(source: ts.SourceFile): readonly string[] {
  return nodesOf(source).flatMap((node) => {
    if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return [];
    const tag = node.tagName.getText(source);
    return /^[a-z]/.test(tag) && !tag.includes('.') ? [tag] : [];
  });
}

const isOffered = (taken: string) => {
  const [from = '', name = ''] = taken.split(' ');
  return offered[from]?.includes(name) ?? false;
};

test.each(sources.map((source) => [source.fileName, source] as const))(
  '%s uses what the host offers',
  (_, source) => {
    expect(takenFrom(source).filter((taken) => !isOffered(taken))).toEqual([]);
    expect(htmlIn(source)).toEqual([]);
  },
);

test('what the host does not offer would be found', () => {
  const source = parsed(
    'Bad.tsx',
    `import { Alert, NoSuchThing } from '@hubspot/ui-extensions';
    import { Iframe } from '@hubspot/ui-extensions/experimental';
    import type { FetchOptions } from '@hubspot/ui-extensions';
    import * as crm from '@hubspot/ui-extensions/crm';
    export const Bad = () => <Alert title="x"><div>{crm}<NoSuchThing /><Iframe /></div></Alert>;`,
  );
  expect(takenFrom(source).filter((taken) => !isOffered(taken))).toEqual([
    '@hubspot/ui-extensions NoSuchThing',
    '@hubspot/ui-extensions/experimental Iframe',
    '@hubspot/ui-extensions/crm as a whole',
  ]);
  expect(htmlIn(source)).toEqual(['div']);
});
