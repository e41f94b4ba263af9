import { parseSync, Visitor } from 'oxc-parser';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Erased at build: it loads nothing at run time. */
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

export interface Sight {
  readonly line: number;
  readonly what: string;
}

/** What the laws need to know of one source file. `path` is relative to the repository, with slashes. */
export interface Module {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly (Sight & { readonly lines: number })[];
  /** `console`, `process.exit` and other words to the outside. */
  readonly prints: readonly Sight[];
  /** `Date.now()`, `new Date()`, `fetch` and their like. */
  readonly reaches: readonly Sight[];
  /** Places where a string would become markup. */
  readonly markup: readonly Sight[];
  /** Strings that are SQL statements. */
  readonly sql: readonly Sight[];
}

const PRINTS = new Set([
  'process.exit',
  'process.exitCode',
  'process.stdout',
  'process.stderr',
  'process.abort',
]);
const MARKUP = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'srcdoc']);
const CLOCKS = new Set(['Date.now', 'performance.now', 'process.hrtime']);
const SQL =
  /^\s*(?:select\s.+\sfrom\s|insert\s+(?:or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(?:unique\s+|virtual\s+)?(?:table|index|view)\s|pragma\s+\w+)/is;

/** Reads one module with a real parser. Throws when the source is not TypeScript. */
export function readModule(path: string, source: string): Module {
  const parsed = parseSync(path, source);
  const fault = parsed.errors[0];
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
  const lineOf = lineCounter(source);
  const module = {
    path,
    lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0),
    imports: importsOf(parsed.module, source, lineOf),
    functions: [] as (Sight & { lines: number })[],
    prints: [] as Sight[],
    reaches: [] as Sight[],
    markup: [] as Sight[],
    sql: [] as Sight[],
  };
  const measure = (node: { start: number; end: number }): void => {
    const line = lineOf(node.start);
    module.functions.push({ line, what: `function at line ${line}`, lines: lineOf(node.end) - line + 1 });
  };
  const statement = (text: string, start: number): void => {
    if (SQL.test(text)) module.sql.push({ line: lineOf(start), what: text.trim().slice(0, 40) });
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
    Identifier(node) {
      if (MARKUP.has(node.name)) module.markup.push({ line: lineOf(node.start), what: node.name });
    },
    JSXIdentifier(node) {
      if (MARKUP.has(node.name)) module.markup.push({ line: lineOf(node.start), what: node.name });
    },
    MemberExpression(node) {
      if (node.object.type !== 'Identifier') return;
      const what = `${node.object.name}.${source.slice(node.property.start, node.property.end)}`;
      const sight = { line: lineOf(node.start), what };
      if (node.object.name === 'console' || PRINTS.has(what)) module.prints.push(sight);
      if (CLOCKS.has(what)) module.reaches.push(sight);
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        module.reaches.push({ line: lineOf(node.start), what: 'new Date()' });
    },
    CallExpression(node) {
      if (node.callee.type !== 'Identifier') return;
      const clock = node.callee.name === 'Date' && node.arguments.length === 0;
      if (clock || node.callee.name === 'fetch')
        module.reaches.push({ line: lineOf(node.start), what: `${node.callee.name}()` });
    },
    Literal(node) {
      if (typeof node.value === 'string') statement(node.value, node.start);
    },
    TemplateLiteral(node) {
      statement(source.slice(node.start + 1, node.end - 1), node.start);
    },
  }).visit(parsed.program);
  return module;
}

function importsOf(
  module: ReturnType<typeof parseSync>['module'],
  source: string,
  lineOf: (offset: number) => number,
): Import[] {
  const fixed = module.staticImports.map((i) => ({
    specifier: i.moduleRequest.value,
    line: lineOf(i.start),
    typeOnly: i.entries.length > 0 && i.entries.every((e) => e.isType),
    dynamic: false,
  }));
  const passedOn = module.staticExports.flatMap((e) => {
    const request = e.entries[0]?.moduleRequest;
    if (request === null || request === undefined) return [];
    const typeOnly = e.entries.every((entry) => entry.isType);
    return [{ specifier: request.value, line: lineOf(e.start), typeOnly, dynamic: false }];
  });
  const late = module.dynamicImports.map((i) => ({
    specifier: source.slice(i.moduleRequest.start + 1, i.moduleRequest.end - 1),
    line: lineOf(i.start),
    typeOnly: false,
    dynamic: true,
  }));
  return [...fixed, ...passedOn, ...late];
}

function lineCounter(source: string): (offset: number) => number {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
