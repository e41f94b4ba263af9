import type { Cues, Relation, Segment, Sentence } from '../types.ts';

/** Why a segment says nothing of how things are. */
export type Veto =
  | 'question'
  | 'demand'
  | 'hypothesis'
  | 'forecast'
  | 'wish'
  | 'norm'
  | 'aside'
  | 'denial'
  | 'expert'
  | 'outage'
  | null;

/** What still counts under each veto: a regulator's demand is full of «应当», a pledge of wishes. */
const EXEMPT: Readonly<Record<Exclude<Veto, null>, readonly Relation[]>> = {
  question: [],
  demand: ['order', 'policy', 'pledge'],
  hypothesis: [],
  forecast: ['order', 'policy', 'launch', 'pledge'],
  wish: ['pledge', 'order'],
  norm: ['order', 'pledge', 'policy'],
  aside: ['order', 'policy', 'launch', 'pledge'],
  denial: ['order', 'policy', 'launch', 'pledge'],
  expert: [],
  outage: ['order', 'policy', 'launch', 'pledge'],
};

/** Whether the veto silences a rule of the relation. */
export const silences = (veto: Veto, relation: Relation): boolean =>
  veto !== null && !EXEMPT[veto].includes(relation);

/** The veto of each segment of a sentence. A hypothesis and a wish hold on to the end of the sentence, a demand to what came after it. */
export function vetoesOf(sentence: Sentence, cues: Cues): Veto[] {
  if (isQuestion(sentence))
    return sentence.segments.map((s) => (isTold(s, sentence, cues) ? null : 'question'));
  if (cues.has('outage', sentence.encoded)) return sentence.segments.map(() => 'outage');
  let standing: Veto = null;
  const refuted = Math.max(refutedIn(sentence, cues), answeredIn(sentence, cues));
  const ofItself = cues.startOf('tells-what-it-denies', sentence.segments[refuted]?.encoded ?? '') > 0;
  const regulated =
    sentence.tokens.some((t) => t.class === 'regulator') || cues.has('regulators-ask', sentence.encoded);
  return sentence.segments.map((segment, i) => {
    const text = segment.encoded;
    const expert = sentence.speeches.some(
      (s) => s.type === 'expert' && s.firstSegment <= i && i <= s.lastSegment,
    );
    if (expert) return 'expert';
    if (i === refuted || (i < refuted && !ofItself)) return 'denial';
    if (standing === 'hypothesis' && TURNED_OUT.test(text) && sentence.encoded.includes('以为'))
      standing = null;
    if (standing === 'demand' && cues.startOf('came-after', text) > 0) standing = null;
    if (cues.has('hypothesis', text)) standing = 'hypothesis';
    else if (standing === null && isDemand(text, regulated, cues)) standing = 'demand';
    else if (standing === null && cues.has('wish', text)) standing = 'wish';
    if (standing !== null) return standing;
    if (cues.has('question', text)) return 'question';
    if (cues.has('denial', text)) return 'denial';
    if (cues.has('forecast', text)) return 'forecast';
    if (cues.has('norm', text)) return 'norm';
    return cues.has('aside', text) ? 'aside' : null;
  });
}

/** «原以为会吃亏，结果也一样»: how it was, behind what somebody had thought. */
const TURNED_OUT = /^(?:结果|没想到|想不到|谁知|哪知|不料)/;

/** The last segment that the sentence itself says not to be true, or -1. */
const refutedIn = (sentence: Sentence, cues: Cues): number =>
  isContested(sentence) ? -1 : sentence.segments.findLastIndex((s) => cues.endOf('refuted', s.encoded) > 0);

/** «甲称遭乙封禁，乙回应称所指不实»: each has said what it said. */
const isContested = ({ speeches }: Sentence): boolean =>
  new Set(speeches.flatMap((s) => (s.type === 'official' && s.entity !== null ? [s.entity] : []))).size > 1;

/** «网传“…”，客服答复…»: the last segment of a hearsay that the same sentence answers, or -1. */
function answeredIn({ segments }: Sentence, cues: Cues): number {
  const heard = segments.findIndex((s) => cues.startOf('hearsay', s.encoded) > 0);
  const answer = segments.findIndex((s, i) => i > heard && cues.has('answers-it', s.encoded));
  return heard < 0 ? -1 : answer - 1;
}

/** Whether the segment demands something, so that what is told from here on is not so yet. */
function isDemand(text: string, regulated: boolean, cues: Cues): boolean {
  const told = text.replace(MET, '');
  return (regulated && cues.has('demand-word', told)) || cues.has('commanded', told);
}

/** A demand as the reason for what was done: «按照工信部要求，微信放开了…», «经约谈，…», «在督促下，…». */
const MET =
  /(?<![将会愿诺])(?:按照?|根据|依照|遵照|依据|(?<![相响适回对反])应)[^，]{0,20}(?:要求|部署|精神)|(?:在|经过?)[^，]{0,20}(?:督促|约谈|指导|推动|要求|责令)(?:之?[下后])?$|(?:要求|约谈|责令|督促|指导)(?:之?后|之?下|以来)$/;

const ASKER = /(?:反问|追问|质问|发问|设问)(?:道)?(?:[：，“]|$)/;

/** «付款只有甲，想换乙？», «乙停用了甲，某人反问：…？»: what stands before a wish or before who asks is told. */
const isTold = ({ index, encoded }: Segment, { segments }: Sentence, cues: Cues): boolean => {
  const asker = segments.find((s) => ASKER.test(s.encoded))?.index ?? 0;
  if (index < asker && !cues.has('question', encoded)) return true;
  const last = segments.at(-1);
  if (last !== undefined && index < last.index && ASKED_BEHIND.test(last.encoded))
    return !cues.has('question', encoded);
  return (
    last !== undefined &&
    index < last.index &&
    segments.length > 1 &&
    cues.startOf('wished', last.encoded) > 0
  );
};

/** «…已支持某支付，但网友也有疑惑，为啥…？»: what is only asked at the end. */
const ASKED_BEHIND =
  /^(?:但是?|不过|可是?|然而|只是)[^，。；]{0,12}(?:为啥|为什么|为何|何时|什么时候|怎么|能否|是否|会不会)/;

const isQuestion = (sentence: Sentence): boolean => /[？?][”’）)]*$/.test(sentence.encoded.trimEnd());
