import type { Cues, Document, Draft, Knowledge, Sentence, Speech, Token } from '../types.ts';
import { authorOf } from './author.ts';
import type { Discourse } from './discourse.ts';
import { idsOf } from './look.ts';
import { redraft } from './redraft.ts';
import { isNotice } from './signature.ts';

/** Who demands, and of whom; null where a reader would not know. */
export function fillOrder(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  { traitOf, cues }: Knowledge,
): Draft | null {
  const subjects = draft.subjects.length > 0 ? draft.subjects : authorityOf(sentence, discourse, cues);
  if (subjects.some((id) => traitOf.get(id) === 'court') && !cues.has('court-rules', sentence.encoded))
    return null;
  const objects = draft.objects.length > 0 ? draft.objects : toldOf(sentence, discourse, document, cues);
  return subjects.length > 0 && objects.length > 0 ? redraft(draft, { subjects, objects }) : null;
}

/** The agency of this sentence, of this paragraph or the one before; of the whole article where the words are an agency's. */
function authorityOf(sentence: Sentence, { authority }: Discourse, cues: Cues): readonly string[] {
  const here = sentence.tokens.find((t) => t.class === 'regulator');
  if (here !== undefined) return here.ids.slice(0, 1);
  const near = sentence.block - authority.block <= 1;
  return near || cues.has('official-words', sentence.encoded) ? authority.ids : [];
}

const COUNTED = /([两三四五六七八九十])家/;
const COUNTS = '零一二三四五六七八九十';
const isTold = (t: Token): boolean => t.class === 'app' || t.class === 'company';

/** «三家»: the list of this paragraph that has so many names, or the names that the next sentence gives. */
function toldOf(
  sentence: Sentence,
  { listed }: Discourse,
  document: Document,
  cues: Cues,
): readonly string[] {
  const count = COUNTED.exec(sentence.encoded)?.[1]?.replace('两', '二');
  if (listed.block === sentence.block) {
    const fits = count === undefined || COUNTS.indexOf(count) === listed.ids.length;
    if (fits) return listed.ids;
  }
  const next = document.sentences[sentence.index + 1];
  if (next?.block !== sentence.block || !cues.has('names-them', next.encoded)) return [];
  return idsOf(next.tokens.filter(isTold).slice(0, 2));
}

/** Who publishes or pledges: named by the draft, else by whoever speaks. */
export function fillActor(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  { typeOf, cues }: Knowledge,
): Draft | null {
  if (draft.frame === 'issued') return issued(draft, sentence, discourse, document, cues);
  const own = sentence.speeches.findLast(
    (s) => s.entity !== null && s.firstSegment <= draft.segment && !isObeyed(s, sentence, cues),
  );
  const carried =
    discourse.speech?.block === sentence.block && !bringsSpeaker(sentence, cues)
      ? discourse.speech.speech.entity
      : null;
  const speaker = own?.entity ?? carried ?? headOf(draft, sentence, cues) ?? writerOf(sentence, discourse);
  if (draft.relation === 'pledge') {
    const together = allOf(draft, sentence, discourse, cues);
    if (together !== null) return redraft(draft, { subjects: together });
    const retold = own?.type === 'official' ? null : retoldOf(draft, sentence, cues);
    if (retold !== null) return redraft(draft, { subjects: retold });
    if (speaker === null || (own !== undefined && own.type !== 'official')) return null;
    if (typeOf.get(speaker) === 'regulator') return null;
    return redraft(draft, {
      subjects: pledging(draft, sentence, speaker),
      firstSegment: Math.min(draft.firstSegment, own?.firstSegment ?? draft.segment),
    });
  }
  if (draft.subjects.length > 0) return draft;
  return speaker === null
    ? null
    : redraft(draft, {
        subjects: pledging(draft, sentence, speaker),
        firstSegment: own?.firstSegment ?? draft.firstSegment,
      });
}

/** «我们将持续推进互联互通»: in a notice it is who signs it that promises. */
function writerOf({ encoded, block }: Sentence, { narrator, notice, document }: Discourse): string | null {
  if (!/我们|我司|本公司|本平台/.test(encoded)) return null;
  const isOwn = isNotice(narrator);
  return (
    (isOwn ? narrator?.speech.entity : null) ??
    (isOwn || notice?.block === block ? document?.speech.entity : null) ??
    null
  );
}

/** «约谈甲、乙，两家平台均表示将整改», «三家承诺…»: the last list of so many names pledges together. */
function allOf(
  { match, segment }: Draft,
  { segments, tokens, encoded, block }: Sentence,
  { listed }: Discourse,
  cues: Cues,
): readonly string[] | null {
  const from = segments[Math.max(0, segment - 1)]?.from ?? 0;
  const found = cues.find('promise-together', encoded.slice(from, match.end));
  if (found === null) return null;
  const count = COUNTS.indexOf((found[1] ?? '').replace('两', '二'));
  const here = tokens.findLast((t) => isTold(t) && t.at < from + found.index && t.ids.length === count)?.ids;
  return here ?? (listed.block === block && listed.ids.length === count ? listed.ids : null);
}

/** «小张说，腾讯还发过话，要分步走»: whoever tells it, the company promised. */
function retoldOf({ segment }: Draft, { segments }: Sentence, cues: Cues): readonly string[] | null {
  const before = segments[segment - 1];
  const found = before === undefined ? null : cues.find('had-promised', before.encoded);
  if (before === undefined || found === null) return null;
  return (
    before.tokens.find((t) => isTold(t) && t.mark === 'bare' && t.at === before.from + found.index)?.ids ??
    null
  );
}

/** «球队经理说，…»: a sentence with a speaker of its own, whoever that is, goes on with nobody's words. */
const bringsSpeaker = ({ encoded, speeches }: Sentence, cues: Cues): boolean =>
  speeches.length === 0 &&
  cues.startOf('opens-speech', encoded) > 0 &&
  cues.startOf('goes-on-speaking', encoded) === 0;

function issued(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  cues: Cues,
): Draft | null {
  if (draft.subjects.length > 0) return draft;
  const author = authorOf(draft, sentence, discourse, document, cues);
  return author === null ? null : redraft(draft, { subjects: [author] });
}

/** «某公司呼吁各方行动，并承诺…»: who promises stands at the head of the sentence. */
function headOf(draft: Draft, sentence: Sentence, cues: Cues): string | null {
  const goesOn =
    cues.startOf('promises-too', sentence.segments[draft.segment]?.encoded ?? '') > 0 ||
    cues.startOf('vows', sentence.encoded.slice(draft.match.start, draft.match.end)) > 0;
  const head = sentence.tokens.find((t) => t.class !== 'date' && t.class !== 'scene');
  const acts =
    head !== undefined && (head.class === 'app' || head.class === 'company') && head.mark === 'bare';
  return goesOn && acts && draft.relation === 'pledge' ? (head.ids[0] ?? null) : null;
}

/** All that speak in one list; «前者» and «后者» pick one of them. */
function pledging(draft: Draft, sentence: Sentence, speaker: string): readonly string[] {
  const together = sentence.tokens.find((t) => t.ids.includes(speaker) && t.ids.length > 1)?.ids ?? [speaker];
  const text = sentence.segments[draft.segment]?.encoded ?? '';
  if (text.startsWith('前者')) return together.slice(0, 1);
  return text.startsWith('后者') ? together.slice(1, 2) : together;
}

/** «按照工信部的要求»: an agency whose demand somebody else speaks of does not speak. */
const isObeyed = ({ type, firstSegment }: Speech, { segments }: Sentence, cues: Cues): boolean =>
  type === 'regulator' && cues.has('obeys', segments[firstSegment]?.encoded ?? '');
