import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LAWS } from './architecture/laws.ts';
import { type Module, readModule } from './architecture/module.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function modulesUnder(folder: string): Module[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
    .map((path) => readModule(path, readFileSync(join(root, path), 'utf8')));
}

/** Sources that break a law, and beside them sources that look like it and do not. */
const CASES: Readonly<Record<string, { breaks: Record<string, string>; keeps: Record<string, string> }>> = {
  'types.ts imports nothing': {
    breaks: { 'pipeline/types.ts': "import { z } from 'zod';" },
    keeps: {
      'pipeline/types.ts': "export * from './types/day.ts';",
      'pipeline/types/day.ts': "import type { Span } from './span.ts'; export type Day = string;",
      'pipeline/types/span.ts': 'export interface Span {}',
    },
  },
  'a relative import names a module that is there': {
    breaks: { 'pipeline/read/a.ts': "import './gone.ts';" },
    keeps: { 'pipeline/read/a.ts': "import './b.ts';", 'pipeline/read/b.ts': '' },
  },
  'a stage imports types.ts and its own folder': {
    breaks: {
      'pipeline/extract/a.ts': "import type { X } from '../annotate/b.ts';",
      'pipeline/clean/a.ts': "export * from '../read/b.ts';",
      'pipeline/refine/a.ts': "const b = await import('../extract/b.ts');",
      'pipeline/read/a.ts': "import x from '../../extractors/platform/x.ts';",
      'pipeline/export/a.ts': "import { run } from '../run.ts';",
      'pipeline/run.ts': "import './cli/main.ts';",
    },
    keeps: {
      'pipeline/extract/a.ts': "import type { X } from '../types.ts'; import './deep/b.ts'; import 'zod';",
      'pipeline/run.ts': "import './read/index.ts'; import './store/index.ts';",
      'pipeline/cli/a.ts': "import '../run.ts';",
    },
  },
  'extractors/ imports types only': {
    breaks: {
      'extractors/scene/a.ts': "import { read } from '../../pipeline/types.ts';",
      'extractors/scene/b.ts': "import 'zod';",
    },
    keeps: {
      'extractors/scene/a.ts':
        "import type { Rule } from '../../pipeline/types.ts'; import { b } from './b.ts';",
    },
  },
  'only store/ speaks SQL': {
    breaks: {
      'pipeline/export/a.ts': "import { Kysely } from 'kysely';",
      'pipeline/cli/a.ts': "const q = 'select * from claims';",
      'pipeline/review/a.ts': 'const q = `delete from claims where id = $' + '{id}`;',
    },
    keeps: {
      'pipeline/store/a.ts': "import Database from 'better-sqlite3'; const q = 'select 1 from x';",
      'pipeline/cli/a.ts': "const help = 'Choose an article from the list';",
    },
  },
  'only the outward stages touch disk, network or clock': {
    breaks: {
      'pipeline/clean/a.ts': "import { readFileSync } from 'node:fs';",
      'pipeline/extract/a.ts': "import { get } from 'node:https';",
      'pipeline/refine/a.ts': 'const now = Date.now();',
      'pipeline/annotate/a.ts': 'const today = new Date();',
      'pipeline/evaluate/a.ts': "const page = await fetch('x');",
      'pipeline/run.ts': 'const t = performance.now();',
    },
    keeps: {
      'pipeline/read/a.ts': "import { readFile } from 'node:fs/promises';",
      'pipeline/annotate/a.ts': "import { basename } from 'node:path'; const day = new Date(0);",
      'pipeline/cli/a.ts': 'const t = performance.now();',
    },
  },
  'a page takes along types only': {
    breaks: {
      'pipeline/review/page/a.tsx': "import { claimContent } from '../wire.ts';",
      'pipeline/review/page/b.ts': "import { z } from 'zod';",
      'pipeline/review/page/state/c.ts': "import type { Server } from '../../server.ts';",
      'pipeline/review/server.ts': "import { place } from './page/state/place.ts';",
      'pipeline/report/page/d.tsx': "import { collect } from '../collect.ts';",
      'pipeline/report/page/e.ts': "import type { Queue } from '../../review/wire.ts';",
    },
    keeps: {
      'pipeline/review/page/a.tsx':
        "import type { Queue } from '../wire.ts'; import { useRef } from 'preact/hooks'; import './b.ts';",
      'pipeline/review/page/b.ts': "import type { Span } from '../../types.ts'; import '@preact/signals';",
      'pipeline/review/server.ts': "import { z } from 'zod'; import './wire.ts';",
      'pipeline/report/page/d.tsx':
        "import type { ReportData } from '../data.ts'; import { render } from 'preact';",
    },
  },
  'a page makes no markup of strings': {
    breaks: {
      'pipeline/review/page/a.tsx': 'const a = <p dangerouslySetInnerHTML={{ __html: text }} />;',
      'pipeline/review/page/b.ts': 'element.innerHTML = text;',
      'pipeline/report/page/b.ts': 'element.innerHTML = text;',
    },
    keeps: {
      'pipeline/review/page/a.tsx': 'const a = <p title={text}>{text}</p>; element.textContent = text;',
    },
  },
  "Node's own modules are imported as node:": {
    breaks: { 'pipeline/read/a.ts': "import fs from 'fs/promises';" },
    keeps: { 'pipeline/read/a.ts': "import fs from 'node:fs/promises'; import 'path-to-somewhere';" },
  },
  'only cli/ prints or exits': {
    breaks: {
      'pipeline/extract/a.ts': "console.log('found');",
      'pipeline/store/a.ts': 'process.exit(1);',
      'pipeline/run.ts': "process.stderr.write('x');",
      'extractors/scene/a.ts': "console.warn('x');",
    },
    keeps: {
      'pipeline/cli/a.ts': "console.log('found'); process.exitCode = 1;",
      'pipeline/extract/a.ts': "const s = 'console.log(1)';",
    },
  },
  'no module imports itself by a detour': {
    breaks: {
      'pipeline/read/a.ts': "import './b.ts';",
      'pipeline/read/b.ts': "import './c.ts';",
      'pipeline/read/c.ts': "import type { A } from './a.ts';",
    },
    keeps: {
      'pipeline/read/a.ts': "import './b.ts'; import './c.ts';",
      'pipeline/read/b.ts': "import './c.ts';",
      'pipeline/read/c.ts': '',
    },
  },
  'a file has at most 300 lines': {
    breaks: { 'pipeline/read/a.ts': ';\n'.repeat(301) },
    keeps: { 'pipeline/read/a.ts': ';\n'.repeat(300) },
  },
  'a function has at most 60 lines': {
    breaks: { 'pipeline/read/a.ts': `export function long() {${';\n'.repeat(60)}}` },
    keeps: { 'pipeline/read/a.ts': `export const short = () => {${';\n'.repeat(59)}};` },
  },
  'the command line loads only commander at start': {
    breaks: {
      'pipeline/cli/main.ts': "import './commands/a.ts';",
      'pipeline/cli/commands/a.ts': "import '../../store/index.ts';",
      'pipeline/store/index.ts': "import Database from 'better-sqlite3';",
    },
    keeps: {
      'pipeline/cli/main.ts': "import 'commander'; import type { Z } from 'zod'; import './commands/a.ts';",
      'pipeline/cli/commands/a.ts': "const store = () => import('../../store/index.ts');",
      'pipeline/store/index.ts': "import Database from 'better-sqlite3';",
    },
  },
};

describe('the house', () => {
  const modules = [...modulesUnder('pipeline'), ...modulesUnder('extractors')];

  it('has rooms to look at', () => {
    expect(modules.length).toBeGreaterThan(20);
  });

  it.each(Object.entries(LAWS))('%s', (_, law) => {
    expect(law(modules)).toEqual([]);
  });
});

describe('the laws themselves', () => {
  it('are all put to the test', () => {
    expect(Object.keys(CASES)).toEqual(Object.keys(LAWS));
  });

  describe.each(Object.entries(CASES))('%s', (name, { breaks, keeps }) => {
    const law = LAWS[name] ?? (() => []);
    const read = (sources: Record<string, string>) =>
      Object.entries(sources).map(([path, source]) => readModule(path, source));

    const together = [
      'no module imports itself by a detour',
      'the command line loads only commander at start',
    ];
    const worlds = together.includes(name) ? [breaks] : Object.entries(breaks).map(([p, s]) => ({ [p]: s }));
    it.each(worlds)('catches %o', (world) => {
      expect(law(read(world))).toHaveLength(1);
    });

    it('spares what only looks like it', () => {
      expect(law(read(keeps))).toEqual([]);
    });
  });
});
