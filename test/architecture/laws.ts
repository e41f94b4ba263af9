import { posix } from 'node:path';
import type { Import, Module } from './module.ts';

/** A law of the house: every breach as one line, `path:line what is wrong`. */
export type Law = (modules: readonly Module[]) => string[];

/** Folders of `pipeline/` that may touch disk, network or clock. */
const OUTWARD = ['read', 'store', 'export', 'report', 'review', 'library', 'cli'];
/** The only modules that know more than one stage. */
const TIES = ['run', 'reading', 'threads', 'library', 'cli', 'index'];
const PURE_BUILTINS = ['assert', 'buffer', 'crypto', 'module', 'path', 'string_decoder', 'url', 'util'];
const DATABASE = ['better-sqlite3', 'kysely', 'pg'];

/** `types`, `run`, `read`, `cli` …, or `extractors`: where in the house a module stands. */
export function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'pipeline' ? room.replace(/\.ts$/, '') : top;
}

const isRelative = (specifier: string): boolean => specifier.startsWith('.');
const target = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier);
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function breaches(modules: readonly Module[], judge: (i: Import, m: Module) => string | null): string[] {
  return modules.flatMap((m) =>
    m.imports.flatMap((i) => {
      const wrong = judge(i, m);
      return wrong === null ? [] : [`${m.path}:${i.line} ${wrong}`];
    }),
  );
}

/** `types.ts` is the list of the files beside it, which take of one another types only. */
const typesAreAlone: Law = (modules) =>
  breaches(modules, (i, m) => {
    if (roomOf(m.path) !== 'types') return null;
    const own = isRelative(i.specifier) && roomOf(target(m.path, i.specifier)) === 'types';
    return own && (i.typeOnly || m.path === 'pipeline/types.ts') ? null : `types.ts imports ${i.specifier}`;
  });

const importsExist: Law = (modules) => {
  const paths = new Set(modules.map((m) => m.path));
  return breaches(modules, (i, m) => {
    if (!isRelative(i.specifier)) return null;
    return paths.has(target(m.path, i.specifier)) ? null : `imports ${i.specifier}, which is no module here`;
  });
};

const stagesDoNotMeet: Law = (modules) =>
  breaches(modules, (i, m) => {
    if (!isRelative(i.specifier)) return null;
    const [from, to] = [roomOf(m.path), roomOf(target(m.path, i.specifier))];
    if (from === to || to === 'types') return null;
    if (to === 'cli') return 'imports the command line';
    if (from === 'extractors' || to === 'extractors') return `${from} imports ${to}`;
    if (TIES.includes(from)) return null;
    return `stage ${from} imports ${to}`;
  });

const knowledgeImportsTypesOnly: Law = (modules) =>
  breaches(modules, (i, m) => {
    if (roomOf(m.path) !== 'extractors' || i.typeOnly) return null;
    const own = isRelative(i.specifier) && roomOf(target(m.path, i.specifier)) === 'extractors';
    return own ? null : `extractors/ imports ${i.specifier} at run time`;
  });

const onlyStoreSpeaksSql: Law = (modules) => [
  ...breaches(modules, (i, m) =>
    roomOf(m.path) !== 'store' && DATABASE.includes(packageOf(i.specifier))
      ? `imports ${i.specifier} outside store/`
      : null,
  ),
  ...modules.flatMap((m) =>
    roomOf(m.path) === 'store' ? [] : m.sql.map((s) => `${m.path}:${s.line} SQL outside store/: ${s.what}`),
  ),
];

const onlyOutwardStagesReachOut: Law = (modules) => {
  const inward = modules.filter((m) => !OUTWARD.includes(roomOf(m.path)));
  return [
    ...breaches(inward, (i) => {
      if (!i.specifier.startsWith('node:')) return null;
      const builtin = i.specifier.slice('node:'.length).split('/')[0] ?? '';
      return PURE_BUILTINS.includes(builtin) || i.typeOnly ? null : `imports ${i.specifier}`;
    }),
    ...inward.flatMap((m) => m.reaches.map((r) => `${m.path}:${r.line} uses ${r.what}`)),
  ];
};

/** The pages, and what each is given: the types of what goes over the wire, or into the file. */
const PAGES: Readonly<Record<string, string>> = {
  'pipeline/review/page/': 'pipeline/review/wire.ts',
  'pipeline/report/page/': 'pipeline/report/data.ts',
};
const pageOf = (path: string): string | undefined => Object.keys(PAGES).find((page) => path.startsWith(page));
const PAGE_PACKAGES = ['preact', '@preact/signals'];

/** A page runs in a browser: of the house it takes along types only. */
const thePageIsAlone: Law = (modules) =>
  breaches(modules, (i, m) => {
    const to = isRelative(i.specifier) ? target(m.path, i.specifier) : null;
    const page = pageOf(m.path);
    if (page === undefined)
      return to !== null && pageOf(to) !== undefined ? `imports a page's ${i.specifier}` : null;
    if (to === null)
      return PAGE_PACKAGES.includes(packageOf(i.specifier)) ? null : `the page imports ${i.specifier}`;
    const isWire = to === PAGES[page] || to === 'pipeline/types.ts';
    return to.startsWith(page) || (isWire && i.typeOnly) ? null : `the page imports ${i.specifier}`;
  });

/** What an article says is shown as text, whatever it looks like. */
const thePageShowsText: Law = (modules) =>
  modules
    .filter((m) => pageOf(m.path) !== undefined)
    .flatMap((m) => m.markup.map((s) => `${m.path}:${s.line} makes markup of a string: ${s.what}`));

const builtinsAreNamed: Law = (modules) =>
  breaches(modules, (i) =>
    /^(?:fs|path|os|net|http|https|child_process|url|util|crypto)(?:\/|$)/.test(i.specifier)
      ? `imports ${i.specifier} without node:`
      : null,
  );

const onlyTheCommandLinePrints: Law = (modules) =>
  modules
    .filter((m) => roomOf(m.path) !== 'cli')
    .flatMap((m) => m.prints.map((p) => `${m.path}:${p.line} uses ${p.what}`));

const noCycles: Law = (modules) => {
  const edges = new Map(
    modules.map((m) => [
      m.path,
      m.imports.filter((i) => isRelative(i.specifier)).map((i) => target(m.path, i.specifier)),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`cycle: ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
};

const filesHaveOneJob: Law = (modules) =>
  modules.filter((m) => m.lines > 300).map((m) => `${m.path}:300 has ${m.lines} lines`);

const functionsHaveOneJob: Law = (modules) =>
  modules.flatMap((m) =>
    m.functions
      .filter((f) => f.lines > 60)
      .map((f) => `${m.path}:${f.line} has a function of ${f.lines} lines`),
  );

/** What the start of a command loads before it knows what it is asked to do. */
const theCommandStartsLight: Law = (modules) => {
  const byPath = new Map(modules.map((m) => [m.path, m]));
  const seen = new Set<string>();
  const heavy: string[] = [];
  const visit = (path: string): void => {
    const module = byPath.get(path);
    if (module === undefined || seen.has(path)) return;
    seen.add(path);
    for (const i of module.imports.filter((x) => !x.typeOnly && !x.dynamic)) {
      if (isRelative(i.specifier)) visit(target(path, i.specifier));
      else if (!i.specifier.startsWith('node:') && i.specifier !== 'commander')
        heavy.push(`${path}:${i.line} loads ${i.specifier} at start`);
    }
  };
  for (const start of ['start/bin', 'main']) visit(`pipeline/cli/${start}.ts`);
  return heavy;
};

export const LAWS: Readonly<Record<string, Law>> = {
  'types.ts imports nothing': typesAreAlone,
  'a relative import names a module that is there': importsExist,
  'a stage imports types.ts and its own folder': stagesDoNotMeet,
  'extractors/ imports types only': knowledgeImportsTypesOnly,
  'only store/ speaks SQL': onlyStoreSpeaksSql,
  'only the outward stages touch disk, network or clock': onlyOutwardStagesReachOut,
  'a page takes along types only': thePageIsAlone,
  'a page makes no markup of strings': thePageShowsText,
  "Node's own modules are imported as node:": builtinsAreNamed,
  'only cli/ prints or exits': onlyTheCommandLinePrints,
  'no module imports itself by a detour': noCycles,
  'a file has at most 300 lines': filesHaveOneJob,
  'a function has at most 60 lines': functionsHaveOneJob,
  'the command line loads only commander at start': theCommandStartsLight,
};
