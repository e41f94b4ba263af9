import type { Cues, Document, Sentence, Speech, Token } from '../types.ts';
import { mentionsOf, spoken } from './events.ts';
import { byParty } from './look.ts';
import type { Narrator } from './narrator.ts';

/** How many sentences from its end a notice is signed. */
const TAIL = 4;
const IS_PARTY: ReadonlySet<Token['class']> = new Set(['app', 'company', 'payment', 'regulator']);
/** The name in a signature, before what may stand beside it. */
const SIGNER = /^[\ue000\ue002\ue003\ue005]/;
const NOBODY = (): boolean => false;
const HEAD = 3;

/** Who signs the article, where it is a notice: a name alone on a line, and a day alone on the one beside it. */
export function signatureOf(document: Document, cues: Cues): Narrator | null {
  const tail = document.sentences.slice(-TAIL);
  for (const [i, sentence] of tail.entries()) {
    const party = signatory(sentence, cues);
    const date = [tail[i + 1], tail[i - 1]].flatMap((s) =>
      s === undefined ? [] : (dayAlone(s, document) ?? []),
    )[0];
    if (party === null || date === undefined) continue;
    const type = party.class === 'regulator' ? 'regulator' : 'official';
    const name = document.twin.slice(party.start, party.end);
    const entity = party.ids[0] ?? null;
    return { speech: letter(type, name, entity), date, met: NOBODY };
  }
  return isAddressed(document, cues)
    ? { speech: letter('official', null, null), date: null, met: NOBODY }
    : null;
}

const isAddressed = ({ sentences, twin }: Document, cues: Cues): boolean =>
  sentences.slice(0, HEAD).some((s) => cues.has('salutation', twin.slice(s.start, s.end).trim()));

const letter = (type: Speech['type'], name: string | null, entity: string | null): Speech => ({
  type,
  name,
  entity,
  firstSegment: 0,
  lastSegment: 0,
  opens: false,
});

/** Whether the whole article is a notice or a letter of somebody who decides. */
export const isNotice = (narrator: Narrator | null): boolean => narrator !== null && byParty(narrator.speech);

function signatory({ encoded, tokens }: Sentence, cues: Cues): Token | null {
  const [only, another] = tokens;
  if (only === undefined || another !== undefined || !IS_PARTY.has(only.class)) return null;
  const line = encoded.trim();
  return SIGNER.test(line) && cues.startOf('signature-tail', line.slice(1)) === line.length - 1 ? only : null;
}

function dayAlone(sentence: Sentence, document: Document): Narrator['date'] {
  const [only] = mentionsOf(sentence, document);
  const alone = only !== undefined && only.date.precision === 'day' && sentence.encoded.trim().length === 1;
  return alone ? { ...spoken(only.date, document), basis: 'context' } : null;
}
