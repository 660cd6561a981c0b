/** Reads of a TypeScript file what the architecture's rules ask about. */
import ts from 'typescript';

export type SourceFile = {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
};

export type Import = { readonly from: string; readonly typeOnly: boolean; readonly line: number };

/** Something at a line, for example a call or a literal, as written. */
export type Found = { readonly what: string; readonly line: number };

export type Syntax = {
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Dotted names that are read or called, for example `Date.now` and `process.env`; `new Date()` without arguments, too. */
  readonly names: readonly Found[];
  /** Texts of literals and templates, without comments. */
  readonly texts: readonly Found[];
  /** Names of the functions before a template, for example `sql`. */
  readonly templateTags: readonly Found[];
  readonly defaultExports: readonly Found[];
  readonly anys: readonly Found[];
  readonly nonNulls: readonly Found[];
  /** Casts without a comment in or above their statement; `as const` is no cast. */
  readonly unprovenCasts: readonly Found[];
  /** Name and own length of each named function; functions named inside it are counted on their own. */
  readonly functions: readonly { readonly name: string; readonly length: number; readonly line: number }[];
  readonly testTitles: readonly Found[];
};

type Collected = {
  -readonly [Key in keyof Syntax]: Syntax[Key] extends readonly (infer Item)[] ? Item[] : Syntax[Key];
};

export function syntaxOf({ path, text }: SourceFile): Syntax {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
  const into: Collected = {
    lines: text.replace(/\n$/, '').split('\n').length,
    imports: [],
    names: [],
    texts: [],
    templateTags: [],
    defaultExports: [],
    anys: [],
    nonNulls: [],
    unprovenCasts: [],
    functions: [],
    testTitles: [],
  };
  const visit = (node: ts.Node): void => {
    collect(node, source, into);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return into;
}

function collect(node: ts.Node, source: ts.SourceFile, into: Collected): void {
  const line = lineOf(node, source);
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) collectImport(node, line, into);
  else if (ts.isCallExpression(node)) collectCall(node, line, into);
  else if (ts.isPropertyAccessExpression(node)) into.names.push({ what: node.getText(source), line });
  else if (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0) {
    into.names.push({ what: `new ${node.expression.getText(source)}()`, line });
  } else if (ts.isTaggedTemplateExpression(node))
    into.templateTags.push({ what: node.tag.getText(source), line });
  else if (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
  ) {
    into.texts.push({ what: node.text, line });
  } else if (ts.isExportAssignment(node)) into.defaultExports.push({ what: 'export default', line });
  else if (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) {
    into.defaultExports.push({ what: 'export default', line });
  } else if (node.kind === ts.SyntaxKind.AnyKeyword) into.anys.push({ what: 'any', line });
  else if (ts.isNonNullExpression(node)) into.nonNulls.push({ what: node.getText(source), line });
  else if (ts.isAsExpression(node)) collectCast(node, source, into);
  const named = namedFunction(node);
  if (named !== null) into.functions.push({ name: named, length: ownLength(node, source), line });
}

function collectImport(
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  line: number,
  into: Collected,
): void {
  if (node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) return;
  const typeOnly = ts.isImportDeclaration(node)
    ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    : node.isTypeOnly;
  into.imports.push({ from: node.moduleSpecifier.text, typeOnly, line });
}

function collectCall(node: ts.CallExpression, line: number, into: Collected): void {
  const [first] = node.arguments;
  const callee = node.expression;
  if (callee.kind === ts.SyntaxKind.ImportKeyword && first !== undefined && ts.isStringLiteralLike(first)) {
    into.imports.push({ from: first.text, typeOnly: false, line });
  }
  if (ts.isIdentifier(callee)) into.names.push({ what: `${callee.text}()`, line });
  const title = first !== undefined && ts.isStringLiteralLike(first) ? first.text : null;
  if (title !== null && /^(test|it|describe)\b/.test(callee.getText()))
    into.testTitles.push({ what: title, line });
}

function collectCast(node: ts.AsExpression, source: ts.SourceFile, into: Collected): void {
  const target = node.type.getText(source);
  if (target === 'const') return;
  const lines = source.text.split('\n');
  const statement = ts.findAncestor(node, (it) => ts.isStatement(it) || ts.isPropertyDeclaration(it)) ?? node;
  const first = lineOf(statement, source);
  const last = source.getLineAndCharacterOfPosition(node.end).line + 1;
  const beside = lines.slice(first - 1, last).some((it) => it.includes('//') || it.includes('*/'));
  const above = /^\s*(\/\/|\*|\/\*)/.test(lines[first - 2] ?? '');
  if (!beside && !above) into.unprovenCasts.push({ what: `as ${target}`, line: lineOf(node, source) });
}

function namedFunction(node: ts.Node): string | null {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body !== undefined) {
    return node.name?.getText() ?? 'default';
  }
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const value = ts.isVariableDeclaration(node) ? node.initializer : undefined;
  const isFunction = value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
  return isFunction && ts.isVariableDeclaration(node) ? node.name.getText() : null;
}

function ownLength(node: ts.Node, source: ts.SourceFile): number {
  let inner = 0;
  const visit = (child: ts.Node): void => {
    if (namedFunction(child) !== null) inner += spannedLines(child, source);
    else ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return spannedLines(node, source) - inner;
}

function spannedLines(node: ts.Node, source: ts.SourceFile): number {
  const end = source.getLineAndCharacterOfPosition(node.end).line;
  return end - source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function lineOf(node: ts.Node, source: ts.SourceFile): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
