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
};

/** Whether the veto silences a rule of the relation. */
export const silences = (veto: Veto, relation: Relation): boolean =>
  veto !== null && !EXEMPT[veto].includes(relation);

/** The veto of each segment of a sentence. A hypothesis, a demand and a wish hold on to the end of the sentence. */
export function vetoesOf(sentence: Sentence, cues: Cues): Veto[] {
  if (isQuestion(sentence)) return sentence.segments.map((s) => (isTold(s, sentence) ? null : 'question'));
  let standing: Veto = null;
  const refuted = Math.max(refutedIn(sentence), answeredIn(sentence));
  const regulated =
    sentence.tokens.some((t) => t.class === 'regulator') ||
    /监管(?:部门|机构|层|方)[^，]{0,8}要求(?!下)/.test(sentence.encoded);
  return sentence.segments.map((segment, i) => {
    const text = segment.encoded;
    const expert = sentence.speeches.some(
      (s) => s.type === 'expert' && s.firstSegment <= i && i <= s.lastSegment,
    );
    if (expert) return 'expert';
    if (i <= refuted) return 'denial';
    if (cues.has('hypothesis', text)) standing = 'hypothesis';
    else if (standing === null && isDemand(text, regulated)) standing = 'demand';
    else if (standing === null && cues.has('wish', text)) standing = 'wish';
    if (standing !== null) return standing;
    if (cues.has('question', text)) return 'question';
    if (cues.has('denial', text)) return 'denial';
    if (cues.has('forecast', text)) return 'forecast';
    if (cues.has('norm', text)) return 'norm';
    return cues.has('aside', text) ? 'aside' : null;
  });
}

/** «针对网传…，某某回应称，消息不实»: all that was told before it is said not to be so. */
const REFUTED =
  /(?:消息|说法|传闻|传言|信息|内容|报道)?(?:不实|不属实|失实|系谣言|为谣言|是谣言|纯属谣言|(?:纯属|均?系|是|属|为)(?:伪造|合成|P图|恶意拼接|虚构|捏造|编造|杜撰|臆测|空穴来风|无中生有)|并无此事|没有?这回事|没有?这事|没有的事|查无此事|(?:系|是|为|属)(?:误读|误解|误传)|子虚乌有|与事实不符)$/;

/** The last segment that the sentence itself says not to be true, or -1. */
const refutedIn = (sentence: Sentence): number =>
  isContested(sentence) ? -1 : sentence.segments.findLastIndex((s) => REFUTED.test(s.encoded));

/** «甲称遭乙封禁，乙回应称所指不实»: each has said what it said. */
const isContested = ({ speeches }: Sentence): boolean =>
  new Set(speeches.flatMap((s) => (s.type === 'official' && s.entity !== null ? [s.entity] : []))).size > 1;

/** «网传“…”，客服答复…»: the last segment of a hearsay that the same sentence answers, or -1. */
function answeredIn({ segments }: Sentence): number {
  const heard = segments.findIndex((s) => HEARSAY.test(s.encoded));
  const answer = segments.findIndex((s, i) => i > heard && ANSWERS.test(s.encoded));
  return heard < 0 ? -1 : answer - 1;
}
const HEARSAY = /^(?:对于|针对|关于|就|日前|近日|有)?(?:网传|网络传|谣传|误传|坊间传|市场传)/;
const ANSWERS = /(?:回应|答复|辟谣|澄清|否认|回复)(?!者|慢|快)/;

/** Whether the segment demands something, so that what is told from here on is not so yet. */
function isDemand(text: string, regulated: boolean): boolean {
  const told = text.replace(MET, '');
  return (regulated && DEMAND.test(told)) || COMMANDED.test(told);
}

/** A demand as the reason for what was done: «按照工信部要求，微信放开了…», «经约谈，…», «在督促下，…». */
const MET =
  /(?<![将会愿诺])(?:按照?|根据|依照|遵照|依据|(?<![相响适回对反])应)[^，]{0,20}(?:要求|部署|精神)|(?:在|经过?)[^，]{0,20}(?:督促|约谈|指导|推动|要求|责令)(?:之?[下后])?$|(?:要求|约谈|责令|督促|指导)(?:之?后|之?下|以来)$/;
const DEMAND = /要求|责令|责成|督促|勒令|敦促|约谈|指导|限期|整改(?:通知|令|函)|裁定|判令|告诫书|禁令/;
/** The same where the agency was named before, or is a court or an office that the lexicon does not know. */
const COMMANDED =
  /(?:我[部局办委署]|该[部局办]|(?:监管|主管)(?:部门|机构|层|方面)|会上|会议|通报)[^。；]{0,30}(?:要求|责令|责成|督促|提出)(?!的)|被[^，]{0,6}(?:责令|约谈|勒令)|家[^，]{0,4}被要求|(?:须|必须|务必)(?:于|在|赶在)?\ue007|法院[^，]{0,16}(?:判令|责令|判决|裁定)|(?:[局委厅署]|监管方|协会)(?:\ue007|联合|日前|已|再次|书面|又)*(?:向[^，]{1,12}提出|要求|责令|责成|督促|勒令|敦促|约谈)(?!的)/;

/** «付款只有甲，想换乙？»: what stands before a wish that is put as a question is told. */
const isTold = ({ index }: Segment, { segments }: Sentence): boolean => {
  const last = segments.at(-1);
  return last !== undefined && index < last.index && segments.length > 1 && WISHED.test(last.encoded);
};
const WISHED = /^(?:还|要|若|但|可)?想(?:要|再|换|用|改|试|付|刷|看|听|买|打开|点开)/;

const isQuestion = (sentence: Sentence): boolean => /[？?][”’）)]*$/.test(sentence.encoded.trimEnd());
