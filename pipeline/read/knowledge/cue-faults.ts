import { type CueEntry, ENGINE_CUES, type Lexicon, SCENE_CUES, SPEAKER_CUES } from '../../types.ts';
import type { KnowledgeFault } from './fault.ts';
import { PatternError, patternCompiler } from './macros.ts';
import type { ReadFile } from './merge.ts';

/** Words that are no regular expression, or name a class that is none, each with its place. */
export function brokenWords(files: readonly ReadFile[]): KnowledgeFault[] {
  const compile = patternCompiler(files.flatMap((file) => file.data.cues ?? []));
  const faultOf = (pattern: string): string | null => {
    try {
      compile(pattern);
      return null;
    } catch (error) {
      if (error instanceof PatternError) return error.message;
      throw error;
    }
  };
  return files.flatMap(({ data, origin }) =>
    (data.cues ?? []).flatMap((cue, i) =>
      faultOf(`<${cue.class}>`) === null
        ? []
        : cue.words.flatMap((word, j) => {
            const fault = faultOf(word);
            const message = `«${word}» of ${cue.class}: ${fault}; mend the word`;
            return fault === null ? [] : [origin.fault(['cues', i, 'words', j], message)];
          }),
    ),
  );
}

/**
 * Classes that the package writes in two places, words that stand twice in one, and braces that count nothing: who
 * splits a list at its commas cuts «[^，]{0,6}» in two. A user's own file may add to a class.
 */
export function repeatedCues(files: readonly ReadFile[]): KnowledgeFault[] {
  const places = new Map<string, string>();
  return files.flatMap(({ data, origin }) =>
    (data.cues ?? []).flatMap((cue, i) => {
      const first = places.get(cue.class);
      if (!origin.extra) places.set(cue.class, first ?? origin.place(['cues', i, 'class']));
      const again =
        first === undefined || origin.extra
          ? []
          : [origin.fault(['cues', i, 'class'], `${cue.class} is in ${first} already; add the words there`)];
      return [...again, ...oddWords(cue, (j, why) => origin.fault(['cues', i, 'words', j], why))];
    }),
  );
}

function oddWords(
  { class: name, words }: CueEntry,
  faultAt: (word: number, message: string) => KnowledgeFault,
): KnowledgeFault[] {
  return words.flatMap((word, j) => {
    if (words.indexOf(word) < j) return [faultAt(j, `«${word}» stands twice in ${name}; delete one`)];
    if (!LONE_BRACE.test(word.replace(COUNT, ''))) return [];
    return [faultAt(j, `«${word}» of ${name}: a brace that counts nothing; write the word in one piece`)];
  });
}

const COUNT = /\{\d+(?:,\d*)?\}/g;
const LONE_BRACE = /(?<!\\)[{}]/;

/** Classes that the engine asks for and no file of the folder has. */
export function missingClasses({ cues }: Lexicon, folder: string): KnowledgeFault[] {
  const there = new Set(cues.map((cue) => cue.class));
  return [...ENGINE_CUES, ...SCENE_CUES, ...SPEAKER_CUES]
    .filter((name) => !there.has(name))
    .map((name) => ({
      file: folder,
      line: 1,
      column: 1,
      message: `no file here has the cue class ${name}, which the engine asks for; write it with its words and a reason`,
    }));
}
