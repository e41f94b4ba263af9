import type { Document, Knowledge, Sentence, Token } from '../types.ts';
import { type Ask, type Found, recalled } from './ask.ts';

/** Units of a sentence before the assistant that it turns to: «接下来轮到豆包». */
const AT_HEAD = 6;
/** «它», as it is written for the rules. */
const IT = /[\ue007它]/;

/** What an assistant acts in; where the sentence names nothing of the kind, it is about the assistant’s own links. */
const IN_OTHERS: ReadonlySet<Token['class']> = new Set(['app', 'link-class', 'group']);

const known = new WeakMap<Document, ReadonlyMap<number, string>>();

/** «先找千问。跟它说“买两箱车厘子”，…», where an article tells of several assistants: who was turned to acts on to the end of its paragraph. */
export function errand(ask: Ask): Found | null {
  const { draft, sentence, document, discourse, knowledge } = ask;
  if (draft.frame !== 'use' || discourse.assistant !== null) return null;
  const { traitOf } = knowledge;
  const isOther = (id: string): boolean => traitOf.get(id) !== 'assistant' && traitOf.get(id) !== 'messenger';
  const isInOthers = sentence.tokens.some((t) => IN_OTHERS.has(t.class) && t.ids.every(isOther));
  const id = isInOthers ? errandsOf(document, knowledge).get(sentence.index) : undefined;
  return id === undefined || draft.objects.includes(id) ? null : recalled([id]);
}

/** Whose errand each sentence of an article tells of; none where it names fewer than two assistants. Looked for once. */
function errandsOf(document: Document, { traitOf }: Knowledge): ReadonlyMap<number, string> {
  const before = known.get(document);
  if (before !== undefined) return before;
  const trait = (t: Token, wanted: string): boolean => t.ids.every((id) => traitOf.get(id) === wanted);
  const turnsTo = (sentence: Sentence): string | undefined => {
    const head = sentence.tokens.find((t) => t.class === 'app' || t.class === 'group');
    const isTurn =
      head?.mark === 'bare' &&
      head.at <= AT_HEAD &&
      trait(head, 'assistant') &&
      sentence.speeches.length === 0;
    return isTurn ? head.ids[0] : undefined;
  };
  const leaves = ({ tokens, encoded }: Sentence): boolean =>
    !IT.test(encoded) &&
    tokens.some((t) => trait(t, 'messenger') && (t.mark === 'host' || t.mark === 'destination'));
  const turned = document.sentences.map(turnsTo);
  const found = new Map<number, string>();
  if (new Set(turned.filter((id) => id !== undefined)).size > 1) {
    let current: { id: string; block: number } | null = null;
    for (const [i, sentence] of document.sentences.entries()) {
      const id = turned[i];
      if (id !== undefined) current = { id, block: sentence.block };
      else if (current?.block !== sentence.block || leaves(sentence)) current = null;
      if (current !== null) found.set(sentence.index, current.id);
    }
  }
  known.set(document, found);
  return found;
}
