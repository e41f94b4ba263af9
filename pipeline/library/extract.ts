import { articleOf } from '../clean/plain.ts';
import { read } from '../reading.ts';
import type { Claim, IsoDay } from '../types.ts';
import { engineFor } from './engine.ts';

export interface ExtractOptions {
  /** The day on which the text was published, as `2021-11-29`: what «昨天» and «目前» are reckoned from. */
  readonly published?: IsoDay;
  /** Lexicon files with names of your own. */
  readonly lexicon?: readonly string[];
}

/**
 * What a text claims: every line of it is a paragraph. Offsets are UTF-16 units into the lines that hold something,
 * each without spaces at its ends, joined by `\n`. Touches no database. The first call loads the rules.
 * Throws `KnowledgeError` for a lexicon file that cannot be used.
 */
export const extract = (text: string, { published, lexicon }: ExtractOptions = {}): readonly Claim[] =>
  read(articleOf(text, published ?? null), engineFor(lexicon), 'text').claims;
