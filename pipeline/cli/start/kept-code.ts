import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { debuglog } from 'node:util';
import { deserialize, serialize, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Beside the built files: by name, what V8 made of each when the build tried the command out. */
const KEPT = 'code.bin';

/** A file of the bundle as CommonJS has it. */
type Wrapped = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: object },
  __filename: string,
  __import: (id: string) => Promise<unknown>,
) => void;

/** The built files of a folder. */
export interface Files {
  /** Runs a file of the folder, once. */
  load(name: string): void;
  /** Keeps what V8 has made of all that has been loaded, for the next start. */
  keep(): void;
}

/**
 * Loads CommonJS files from one folder, each with the bytecode that was kept of it: without, a quarter of a short run
 * goes by in compiling. (`node:module` does the same from Node 22.8 on: enableCompileCache.) What V8 refuses, because
 * another V8 made it or under other flags, is compiled anew; `NODE_DEBUG=pipeline` tells of it.
 */
export function filesOf(folder: string): Files {
  setFlags();
  const kept = keptIn(folder);
  const scripts = new Map<string, Script>();
  const modules = new Map<string, { exports: object }>();
  const outside = createRequire(join(folder, 'pipeline.js'));
  const load = (name: string): object => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const path = join(folder, name);
    const script = compiled(path, kept.get(name));
    scripts.set(name, script);
    const require = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
    const run: Wrapped = script.runInThisContext();
    run(module.exports, require, module, path, (id) => import(id));
    return module.exports;
  };
  return {
    load: (name) => void load(name),
    keep() {
      const made = [...scripts].map(([name, script]) => [name, script.createCachedData()] as const);
      const path = join(folder, KEPT);
      writeFileSync(`${path}.new`, serialize(new Map([...kept, ...made])));
      renameSync(`${path}.new`, path);
    },
  };
}

/** Of the whole process. Kept code is refused under other flags than it was made under. */
function setFlags(): void {
  // V8 first makes bytecode of an expression, and machine code when it is asked for again. The expressions here are long
  // and meet many sentences: making bytecode of them takes twice as long as making machine code, and then that comes too.
  setFlagsFromString('--no-regexp-tier-up');
  // Rules and lexicon are made at once and stay: the space for new things need not double five times on the way.
  setFlagsFromString('--semi-space-growth-factor=8');
  // The engine is a thousand functions that are asked about as often: each thread had V8 optimise all of them, and some
  // again, for a third of its time. So they become machine code at once, and are optimised only when they are worth it.
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--interrupt-budget=200000');
}

const tell = debuglog('pipeline');

/** A package that is loaded late is asked of the file around: of a script with kept code V8 does not know who imports. */
function compiled(path: string, cachedData: Buffer | undefined): Script {
  const head = '(function (exports, require, module, __filename, __import) {';
  const text = readFileSync(path, 'utf8').replace(/^#!.*/, '').replaceAll('import("', '__import("');
  const script = new Script(`${head}${text}\n})`, { filename: path, cachedData });
  if (script.cachedDataRejected === true) tell('what was kept of %s is refused', path);
  if (cachedData === undefined) tell('nothing was kept of %s', path);
  return script;
}

/** Empty where nothing was kept, or only half of it. */
function keptIn(folder: string): Map<string, Buffer> {
  try {
    const kept: unknown = deserialize(readFileSync(join(folder, KEPT)));
    const entries = kept instanceof Map ? [...kept] : [];
    return new Map(
      entries.flatMap(([name, code]): [string, Buffer][] =>
        typeof name === 'string' && code instanceof Buffer ? [[name, code]] : [],
      ),
    );
  } catch {
    return new Map();
  }
}
