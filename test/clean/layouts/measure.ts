import type { Story } from './articles.ts';

export interface Measure {
  /** Share of the article's characters that were kept (0 to 1). */
  readonly kept: number;
  /** Share of the extracted characters that are not the article's (0 to 1). */
  readonly foreign: number;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/**
 * Compares what was extracted with the article, sentence by sentence, white space aside. The title and the line with
 * time and source are nobody's fault: they count neither as kept nor as foreign.
 */
export function measure(extracted: string, story: Story): Measure {
  let rest = bare(extracted);
  let [kept, all] = [0, 0];
  const sentences = story.paragraphs.flatMap((t) => t.split(/(?<=[。！？])/u)).map(bare);
  for (const sentence of sentences) {
    all += sentence.length;
    const at = rest.indexOf(sentence);
    if (at < 0) continue;
    kept += sentence.length;
    rest = `${rest.slice(0, at)}\n${rest.slice(at + sentence.length)}`;
  }
  for (const neutral of [story.title, '2021-10-1909:23', '来源：湾区样报', '湾区样报'])
    rest = rest.replace(neutral, '');
  const foreign = bare(rest).length;
  return { kept: kept / all, foreign: kept + foreign === 0 ? 0 : foreign / (kept + foreign) };
}
