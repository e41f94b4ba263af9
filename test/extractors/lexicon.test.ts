import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot, yamlFiles } from '../../pipeline/read/knowledge/folder.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { loadLexicon } from '../../pipeline/read/knowledge/lexicon.ts';
import { lexiconFile } from '../../pipeline/read/knowledge/schema.ts';
import { loadYaml } from '../../pipeline/read/knowledge/yaml.ts';
import { matcherOf } from '../../pipeline/reading.ts';
import { ENGINE_CUES, SCENE_CUES, SPEAKER_CUES } from '../../pipeline/types.ts';

const folder = join(packageRoot(), 'extractors', 'lexicon');
const lexicon = loadLexicon(folder);
const matcher = matcherOf(lexicon);
const idsIn = (text: string, year: number | null = null) => matcher.find(text, year).map((m) => m.id);

/** The entries as written, with the sentences that belong to an alias. */
const written = yamlFiles(folder).flatMap((file) => {
  const { data } = loadYaml(file, readFileSync(file, 'utf8'), lexiconFile);
  return [...(data?.entities ?? []), ...(data?.scenes ?? [])];
});
const examples = written.flatMap(({ id, aliases }) => (aliases ?? []).map((alias) => ({ id, ...alias })));

describe('an alias with a sentence that must be read', () => {
  const cases = examples.flatMap(({ id, text, reads }) =>
    (reads ?? []).map((sentence) => ({ id, text, sentence })),
  );
  it.each(cases)('$text is $id in: $sentence', ({ id, text, sentence }) => {
    const spans = matcher.find(sentence, null).filter((m) => m.id === id);
    expect(spans.map((m) => sentence.slice(m.start, m.end)).join()).toContain(text);
  });
});

describe('an alias with a sentence that must not be read', () => {
  const cases = examples.flatMap(({ id, text, not_read }) =>
    (not_read ?? []).map((sentence) => ({ id, text, sentence })),
  );
  it.each(cases)('$text is not $id in: $sentence', ({ id, sentence }) => {
    expect(idsIn(sentence)).not.toContain(id);
  });
  it('really stands in its sentence', () => {
    const idle = cases.filter(({ text, sentence }) => !sentence.toLowerCase().includes(text.toLowerCase()));
    expect(idle).toEqual([]);
  });
});

describe('the lexicon', () => {
  it('shows for every ambiguous alias what it reads and what it does not', () => {
    const bare = examples.filter((a) => a.ambiguous && !(a.reads?.length && a.not_read?.length));
    expect(bare.map((a) => a.text)).toEqual([]);
  });

  it('reads every plain alias as what it stands for', () => {
    const owners = [...lexicon.entities, ...lexicon.scenes];
    const lost = owners.flatMap(({ id, aliases }) =>
      aliases
        .filter((alias) => !alias.ambiguous)
        .filter(
          ({ text }) =>
            !matcher
              .find(`据悉，${text}。`, null)
              .some((m) => m.id === id && m.end - m.start === text.length),
        )
        .map(({ text }) => `${text} (${id})`),
    );
    expect(lost).toEqual([]);
  });

  it('reads every ambiguous alias in quotation marks', () => {
    const lost = lexicon.entities.flatMap(({ id, aliases }) =>
      aliases
        .filter((alias) => alias.ambiguous)
        .filter(({ text }) => !idsIn(`据悉，“${text}”有变。`).includes(id))
        .map(({ text }) => text),
    );
    expect(lost).toEqual([]);
  });

  it('names only owners that it knows', () => {
    const ids = new Set(lexicon.entities.map((e) => e.id));
    const unknown = lexicon.entities.filter((e) => e.owner !== null && !ids.has(e.owner));
    expect(unknown.map((e) => `${e.id}: ${e.owner}`)).toEqual([]);
  });

  it('is written in Simplified characters and without full-width letters', () => {
    const odd = lexicon.entities
      .flatMap((e) => e.aliases)
      .filter((a) => /[寶餓麼雙連結網頁Ａ-Ｚａ-ｚ０-９]/.test(a.text));
    expect(odd.map((a) => a.text)).toEqual([]);
  });
});

describe('a class of cue words', () => {
  const { rules } = loadKnowledge();
  const patterns = [
    ...rules.flatMap(({ pattern, unless }) => [pattern, unless ?? '']),
    ...lexicon.cues.flatMap((cue) => cue.words),
  ];
  const named = new Set(patterns.flatMap((text) => [...text.matchAll(/<([a-z0-9-]+)>/g)].map((m) => m[1])));
  const asked = new Set<string>(
    [...ENGINE_CUES, ...SCENE_CUES, ...SPEAKER_CUES, ...named].filter((name) => name !== undefined),
  );

  it('is asked for by the engine, by a rule or by another class', () => {
    expect(lexicon.cues.map((cue) => cue.class).filter((name) => !asked.has(name))).toEqual([]);
  });
});

const vocabulary = join(packageRoot(), '..', 'shared', 'claims', 'entities.json');
describe.skipIf(!existsSync(vocabulary))('the common vocabulary (skipped where ../shared is missing)', () => {
  const schema = z.object({
    entities: z.array(
      z.object({ id: z.string(), type: z.string(), name: z.string(), owner: z.string().nullable() }),
    ),
    scenes: z.array(z.object({ id: z.string(), name: z.string() })),
  });
  const load = () => schema.parse(JSON.parse(readFileSync(vocabulary, 'utf8')));

  it('has every entity with the same type, name and owner', () => {
    const ours = new Map(lexicon.entities.map((e) => [e.id, e]));
    for (const theirs of load().entities) expect(ours.get(theirs.id)).toMatchObject(theirs);
  });

  it('has the same scenes', () => {
    expect(lexicon.scenes.map(({ id, name }) => ({ id, name }))).toEqual(load().scenes);
  });
});
