import type { Document, Sentence, Speech, Token } from '../types.ts';
import { mentionsOf, spoken } from './events.ts';
import type { Narrator } from './narrator.ts';

/** How many sentences from its end a notice is signed. */
const TAIL = 4;
const IS_PARTY: ReadonlySet<Token['class']> = new Set(['app', 'company', 'payment', 'regulator']);
/** What may stand beside the name in a signature. */
const SIGNED =
  /^[\ue000\ue002\ue003\ue005](?:App|官方|团队|运营|平台|中心|公司|有限|集团|电商|商城|规则|小二|办公厅|局|司)*$/;
const NEVER = /(?!)/;
/** «尊敬的商家：» at the head of an article: a company writes to those whom it serves. */
const ADDRESSED =
  /^(?:亲爱的|尊敬的|各位|致|广大)[^，。：]{0,6}(?:用户|商家|商户|客户|会员|伙伴|开发者|卖家|达人|骑手|朋友)(?:们)?[：，！]?$/;
const HEAD = 3;

/** Who signs the article, where it is a notice: a name alone on a line, and a day alone on the one beside it. */
export function signatureOf(document: Document): Narrator | null {
  const tail = document.sentences.slice(-TAIL);
  for (const [i, sentence] of tail.entries()) {
    const party = signatory(sentence);
    const date = [tail[i + 1], tail[i - 1]].flatMap((s) =>
      s === undefined ? [] : (dayAlone(s, document) ?? []),
    )[0];
    if (party === null || date === undefined) continue;
    const type = party.class === 'regulator' ? 'regulator' : 'official';
    const name = document.twin.slice(party.start, party.end);
    const entity = party.ids[0] ?? null;
    return { speech: letter(type, name, entity), date, met: NEVER };
  }
  return isAddressed(document) ? { speech: letter('official', null, null), date: null, met: NEVER } : null;
}

const isAddressed = ({ sentences, twin }: Document): boolean =>
  sentences.slice(0, HEAD).some((s) => ADDRESSED.test(twin.slice(s.start, s.end).trim()));

const letter = (type: Speech['type'], name: string | null, entity: string | null): Speech => ({
  type,
  name,
  entity,
  firstSegment: 0,
  lastSegment: 0,
  opens: false,
});

/** Whether the whole article is a notice or a letter of somebody who decides. */
export const isNotice = (narrator: Narrator | null): boolean =>
  narrator?.speech.type === 'official' || narrator?.speech.type === 'regulator';

function signatory({ encoded, tokens }: Sentence): Token | null {
  const [only, another] = tokens;
  return only !== undefined &&
    another === undefined &&
    IS_PARTY.has(only.class) &&
    SIGNED.test(encoded.trim())
    ? only
    : null;
}

function dayAlone(sentence: Sentence, document: Document): Narrator['date'] {
  const [only] = mentionsOf(sentence, document);
  const alone = only !== undefined && only.date.precision === 'day' && sentence.encoded.trim().length === 1;
  return alone ? { ...spoken(only.date, document), basis: 'context' } : null;
}
