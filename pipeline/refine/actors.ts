import type { Cues, Document, Draft, Knowledge, Sentence, Speech, Token } from '../types.ts';
import { authorOf } from './author.ts';
import type { Discourse } from './discourse.ts';
import { idsOf } from './look.ts';
import { redraft } from './redraft.ts';

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
  const speaker = own?.entity ?? carried ?? headOf(draft, sentence);
  if (draft.relation === 'pledge') {
    const together = allOf(draft, sentence, discourse);
    if (together !== null) return redraft(draft, { subjects: together });
    const retold = own?.type === 'official' ? null : retoldOf(draft, sentence);
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

/** «约谈甲、乙，两家平台均表示将整改», «三家承诺…»: the last list of so many names pledges together. */
function allOf(
  { match, segment }: Draft,
  { segments, tokens, encoded, block }: Sentence,
  { listed }: Discourse,
): readonly string[] | null {
  const from = segments[Math.max(0, segment - 1)]?.from ?? 0;
  const found = TOGETHER.exec(encoded.slice(from, match.end));
  if (found === null) return null;
  const count = COUNTS.indexOf((found[1] ?? '').replace('两', '二'));
  const here = tokens.findLast((t) => isTold(t) && t.at < from + found.index && t.ids.length === count)?.ids;
  return here ?? (listed.block === block && listed.ids.length === count ? listed.ids : null);
}
const TOGETHER =
  /([两三四五六])家(?:平台|企业|公司|单位)?(?:均|都|先后|分别|当场|也|随后|当日|负责人)*(?:表示|承诺|回应|称|答应|保证)/;

/** «小张说，腾讯还发过话，要分步走»: whoever tells it, the company promised. */
function retoldOf({ segment }: Draft, { segments }: Sentence): readonly string[] | null {
  const before = segments[segment - 1];
  const found = before === undefined ? null : PROMISED.exec(before.encoded);
  if (before === undefined || found === null) return null;
  return (
    before.tokens.find((t) => isTold(t) && t.mark === 'bare' && t.at === before.from + found.index)?.ids ??
    null
  );
}
const PROMISED =
  /[\ue000-\ue003](?:方面|那边)?(?:[^，。“]{0,4}\ue007)?[^，。“\ue000-\ue007]{0,4}(?:[放发]过?话|表[过了]态|许[过了]诺|答应过|承诺过|保证过|说过|松过口)$/;

/** «球队经理说，…»: a sentence with a speaker of its own, whoever that is, goes on with nobody's words. */
const bringsSpeaker = ({ encoded, speeches }: Sentence, cues: Cues): boolean =>
  speeches.length === 0 && cues.startOf('opens-speech', encoded) > 0 && !SAME_SPEAKER.test(encoded);
const SAME_SPEAKER =
  /^(?:双方|两家|三家|各方|公司|平台|对方|其|该|他|她|并|还|也|同时|此外|声明|公告|前者|后者)/;

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
function headOf(draft: Draft, sentence: Sentence): string | null {
  const goesOn =
    /^(?:并|同时|还|也)?(?:承诺|保证)/.test(sentence.segments[draft.segment]?.encoded ?? '') ||
    VOWS.test(sentence.encoded.slice(draft.match.start, draft.match.end));
  const head = sentence.tokens.find((t) => t.class !== 'date' && t.class !== 'scene');
  const acts =
    head !== undefined && (head.class === 'app' || head.class === 'company') && head.mark === 'bare';
  return goesOn && acts && draft.relation === 'pledge' ? (head.ids[0] ?? null) : null;
}

/** «百度立下军令状»: words of promising that nobody uses of saying. */
const VOWS = /^(?:立下|许诺|拍|放话|放出话|发誓|发了誓|誓言|夸下|打包票)/;

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
