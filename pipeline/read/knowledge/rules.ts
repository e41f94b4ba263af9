import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import type { CueEntry, Rule } from '../../types.ts';
import type { WrittenRule, WrittenRules } from './baked.ts';
import { KnowledgeError, type KnowledgeFault } from './fault.ts';
import { yamlFiles } from './folder.ts';
import { fronted } from './fronted.ts';
import { PatternError, patternCompiler } from './macros.ts';
import { casesOf } from './required.ts';
import { type Cases, waysOf } from './ways.ts';
import { loadYaml, record, words } from './yaml.ts';

const example = record({
  text: words,
  claims: z.array(words).min(1, 'name the claims that the rule must make'),
});

const ruleFile = z.array(
  record({
    id: words,
    relation: z.enum(['access', 'acceptance', 'code-interop', 'order', 'policy', 'launch', 'pledge']),
    frame: z.enum([
      'use',
      'act',
      'mutual',
      'visit',
      'leap',
      'take',
      'enter',
      'meet',
      'login',
      'sets-up',
      'same',
      'other',
      'such',
      'share',
      'takes',
      'round',
      'stands',
      'serves',
      'holds',
      'wallets',
      'scans',
      'scanned',
      'order',
      'publish',
      'issued',
      'launch',
      'pledge',
    ]),
    status: z.enum([
      'open',
      'limited',
      'closed',
      'trial',
      'planned',
      'pending',
      'required',
      'published',
      'launched',
      'pledged',
    ]),
    reason: words,
    pattern: words,
    unless: words.optional(),
    scope: z.enum(['segment', 'sentence']).optional(),
    scene: words.optional(),
    object: words.optional(),
    negatable: z.boolean().optional(),
    topical: z.boolean().optional(),
    fires: z.array(example).min(1, 'give a sentence that the rule must read'),
    silent: z.array(words).min(1, 'give a sentence that the rule must not read'),
  }),
);

type RawRule = z.infer<typeof ruleFile>[number];

const toRule = (raw: RawRule): Rule => ({
  id: raw.id,
  relation: raw.relation,
  frame: raw.frame,
  status: raw.status,
  reason: raw.reason,
  pattern: raw.pattern,
  unless: raw.unless ?? null,
  scope: raw.scope ?? 'segment',
  scene: raw.scene ?? null,
  object: raw.object ?? null,
  negatable: raw.negatable ?? false,
  topical: raw.topical ?? false,
  fires: raw.fires,
  silent: raw.silent,
});

const examplesOf = ({ fires, silent }: Rule): string[] => [...fires.map(({ text }) => text), ...silent];

/**
 * Reads every rule file below the folders, in a stable order. Throws `KnowledgeError` with all
 * faults: a rule without a reason or examples, an unknown cue class, a bad expression, an id given twice.
 */
export function loadRules(folders: readonly string[], cues: readonly CueEntry[]): WrittenRules {
  const faults: KnowledgeFault[] = [];
  const compile = patternCompiler(cues);
  const seen = new Map<string, string>();
  const rules: WrittenRule[] = [];
  const cases: Cases[] = [];
  for (const file of folders.flatMap(yamlFiles)) {
    const loaded = loadYaml(relative(process.cwd(), file), readFileSync(file, 'utf8'), ruleFile);
    faults.push(...loaded.faults);
    (loaded.data ?? []).forEach((raw, i) => {
      const first = seen.get(raw.id);
      if (first !== undefined) {
        faults.push(
          loaded.fault([i, 'id'], `${raw.id} is defined twice, first in ${first}; choose another id`),
        );
        return;
      }
      seen.set(raw.id, file);
      const rule = toRule(raw);
      try {
        const regex = compile(rule.pattern);
        const unlessSource = rule.unless === null ? null : fronted(compile(rule.unless).source);
        rules.push({ ...rule, source: fronted(regex.source), unlessSource });
        cases.push({ scope: rule.scope, cases: casesOf(regex) });
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        faults.push(loaded.fault([i, 'pattern'], `${raw.id}: ${error.message}; mend the pattern`));
      }
    });
  }
  if (faults.length > 0) throw new KnowledgeError(faults);
  return { rules, ways: waysOf(cases, rules.flatMap(examplesOf)) };
}
