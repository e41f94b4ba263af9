import { LETTER, type Segment, type Token } from '../types.ts';
import type { Ask } from './ask.ts';
import { isPlace } from './look.ts';

/** Whether a reader would not know of what a clause that leaves place or thing out speaks, whatever came before. */
export const isDoubtful = (ask: Ask): boolean => DOUBTS.some((doubts) => doubts(ask));

const DOUBTS: readonly ((ask: Ask) => boolean)[] = [
  inPart,
  toldNext,
  leadsOn,
  ofStranger,
  ofOffice,
  byOurselves,
  saidAgain,
  ofOther,
  byFactions,
  ofPicture,
  asOffence,
  notThis,
  ofButton,
  ofMenu,
  ofDevice,
];

/** «想投币，它请你装App», «打得开，只是播不了»: a part that does not work does not shut the whole. */
function inPart({ draft, sentence, discourse, knowledge }: Ask): boolean {
  if (draft.status === 'open' || draft.objects.length > 0) return false;
  const own = sentence.segments[draft.segment]?.encoded ?? '';
  const before = sentence.segments
    .slice(0, draft.segment)
    .some((s) => knowledge.cues.startOf('wants-part', s.encoded) > 0);
  const { lastClaim, last } = discourse;
  const behind = sentence.encoded.slice(draft.match.end, sentence.segments[draft.segment]?.to);
  const opened =
    last !== null &&
    (last.status === 'open' || last.status === 'limited') &&
    lastClaim.sentence === sentence.index &&
    lastClaim.segment === draft.segment - 1;
  const ofPart =
    draft.status === 'closed' &&
    (knowledge.cues.startOf('falls-out', own) > 0 ||
      (knowledge.cues.startOf('sees-not', own) > 0 && /^[一-龥]{2,4}$/.test(behind)));
  return before || (opened && (ofPart || knowledge.cues.startOf('half-plays', own) > 0));
}

/** «真的可以，我往QQ群里丢了同一条网址», «知乎没问题，微信群和QQ群都能看»: a verdict before its trial, which is told next and elsewhere. */
function toldNext({ draft, sentence, earlier, knowledge }: Ask): boolean {
  if (!draft.topical || draft.subjects.length > 0 || earlier.some((s) => s.tokens.some(isPlace)))
    return false;
  const next = sentence.segments[draft.segment + 1];
  const [head] = next?.tokens ?? [];
  const heads = head?.at === next?.from && head !== undefined && isPlace(head) && draft.status === 'open';
  return (
    next !== undefined &&
    (heads || (knowledge.cues.startOf('goes-to-try', next.encoded) > 0 && next.tokens.some(isPlace)))
  );
}

/** «页面弹出确认框，选“允许”后才唤起淘宝»: what a step leads to is told behind it. */
function leadsOn({ draft, sentence }: Ask): boolean {
  if (!draft.rule.endsWith('warns') || draft.objects.length > 0) return false;
  const behind = sentence.segments.slice(draft.segment + 1, draft.segment + 4);
  return behind.some((s) => LEADS.test(s.encoded));
}

const LEADS = new RegExp(`(?:唤起|调起|拉起|跳转?(?:到|至|进|去)|进入|打开)(?:了)?(?:手机)?[${LETTER.app}]`);

/** «某某文心的红包链接，她那边也看不了»: the link is somebody's whom the lexicon does not know. */
function ofStranger({ draft, sentence, earlier }: Ask): boolean {
  if (draft.objects.length > 0) return false;
  const head = earlier.at(-1) ?? sentence.segments[draft.segment];
  return head?.tokens.every((t) => t.class === 'company') === true && OWNS.test(head.encoded);
}

/** «政府推广的“某某码”，无法在微信打开»: what an office or a firm has, and no app's. */
function ofOffice({ draft, sentence }: Ask): boolean {
  if (draft.objects.length > 0) return false;
  const clause = sentence.segments[draft.segment]?.clause;
  const from = sentence.segments.find((s) => s.clause === clause && s.index >= draft.segment - 1)?.from ?? 0;
  return OFFICE_OWNS.test(sentence.encoded.slice(from, draft.match.start));
}

/** «并不能打开页面，只能看到网址»: what is seen in place of it says the same once more. */
function saidAgain({ draft, sentence, discourse: { last, lastClaim } }: Ask): boolean {
  const bare = draft.subjects.length + draft.objects.length === 0 && draft.rule.endsWith('extra-step');
  const follows = lastClaim.sentence === sentence.index && lastClaim.segment === draft.segment - 1;
  return bare && follows && last?.relation === 'access' && last.status === 'closed';
}

/** «我们把蜘蛛给屏蔽了», where nobody has announced anything: who writes acts, and no app. */
function byOurselves({ draft, sentence, discourse, knowledge }: Ask): boolean {
  if (draft.frame !== 'act' || draft.subjects.length > 0 || discourse.notice !== null) return false;
  if (sentence.speeches.some((s) => s.type === 'official')) return false;
  const clause = sentence.segments[draft.segment]?.clause;
  const from = sentence.segments.find((s) => s.clause === clause)?.from ?? 0;
  return knowledge.cues.endOf('we-ourselves', sentence.encoded.slice(from, draft.match.start)) > 0;
}

const OFFICE_OWNS = new RegExp(
  `(?:健康|行程|场所)码[^，。；${LETTER.app}]{0,8}$|(?:[省市县局]|(?<!评论|社|专|片|景|园|校)区|政府|学校|医院|高校|大学|银行|政务|机关|公安)(?:自己|统一|官方)?(?:推广|推出|开发|发放|上线)?的(?!${LETTER.app}|链接|网址|页面|[用乘商]|市民|居民|家长)“?[^，的“”${LETTER.app}]{2,8}”?，?(?:也|都|均|还|却|已|再)*(?:在${LETTER.app}|无法|不能|打不开)?[^，]{0,3}$`,
);

const OWNS = new RegExp(
  `^(?:(?:${LETTER.company}[一-龥A-Za-z]{1,6}|[一-龥]{0,4}[A-Za-z]{2,12})的[^，的]{0,4}(?:链接|网址|红包|文章|视频|卡片|页面)|` +
    '(?![^，]*(?:[我你他她它们家里上中发贴这那各]|自己|对方|朋友|同事|同样|刚才|之前|分享|收到|复制|原来|所有|其他|商品的|视频的))[一-龥]{3,6}的(?:红包|活动|邀请)?(?:链接|网址))$',
);

/** «YOYO智能体可代点咖啡，未遭遇封禁»: another assistant than the one of the article, which the lexicon does not know. */
function ofOther({ draft, sentence, discourse: { assistant }, knowledge }: Ask): boolean {
  if (assistant === null || draft.subjects.length > 0) return false;
  const upTo = sentence.segments.slice(0, draft.segment + 1);
  const isKnown = (t: Token): boolean => t.ids.some((id) => knowledge.traitOf.get(id) === 'assistant');
  return (
    upTo.some((s) => knowledge.cues.has('other-assistant', s.encoded)) &&
    !upTo.some((s: Segment) => s.tokens.some(isKnown))
  );
}

/** «一派说全通了，一派说糊弄人»: what some say and others deny. */
function byFactions({ draft, sentence: { encoded } }: Ask): boolean {
  return draft.topical && FACTIONS.test(encoded);
}
const FACTIONS = /(?:^|，)(一[派拨半边]|有[的人]).{0,2}(?:说|讲|称|喊).{0,20}，\1.{0,2}(?:说|讲|称|喊)/;

/** «图能看，长按识别…», «验证码收不到», «苹果商店里搜不到»: no link, or opened in no app of which one knows. */
function ofPicture({ draft, sentence, knowledge }: Ask): boolean {
  const own = sentence.segments[draft.segment]?.encoded ?? '';
  if (draft.status === 'closed' && /验证码|短信/.test(sentence.encoded.slice(0, draft.match.end)))
    return /[收等]不到/.test(own);
  if (draft.subjects.length > 0) return false;
  return knowledge.cues.has('no-link', own);
}

/** «地铁里没信号，微信打不开», «孩子的平板开了家长控制，抖音点不开»: the telephone does not go, or is not let. */
function ofDevice({ draft, sentence, knowledge }: Ask): boolean {
  return draft.status === 'closed' && knowledge.cues.has('device-fails', sentence.encoded);
}

/** «屏蔽外链列在八类问题里»: something that is done here and there is called an offence. */
function asOffence({ draft, sentence, knowledge }: Ask): boolean {
  if (draft.frame !== 'act' || draft.subjects.length > 0) return false;
  return knowledge.cues.has('called-offence', sentence.segments[draft.segment]?.encoded ?? '');
}

/** «倒不是没反应，是弹出来一个提示»: what it is not, before what it is. */
function notThis({ draft, sentence: { segments }, knowledge }: Ask): boolean {
  const own = segments[draft.segment]?.encoded ?? '';
  return (
    knowledge.cues.startOf('is-not-this', own) > 0 &&
    knowledge.cues.startOf('but-is-this', segments[draft.segment + 1]?.encoded ?? '') > 0
  );
}

/** «分享面板里微信、QQ都有，点一下就能发出去»: how the menu works of which the clause before has told. */
function ofMenu({ draft, sentence, discourse: { last, lastClaim }, knowledge }: Ask): boolean {
  const follows = lastClaim.sentence === sentence.index && lastClaim.segment < draft.segment;
  const bare = draft.topical && draft.subjects.length + draft.objects.length === 0;
  return (
    bare &&
    follows &&
    last?.frame === 'share' &&
    knowledge.cues.has('handles-link', sentence.segments[draft.segment]?.encoded ?? '')
  );
}

/** «淘宝里我就找不着这样的按钮，只得一句“复制成功”»: what one gets where one shares out of an app opens nothing in it. */
function ofButton({ draft, sentence }: Ask): boolean {
  return (
    draft.subjects.length + draft.objects.length === 0 &&
    draft.rule.endsWith('extra-step') &&
    sentence.encoded.includes('按钮') &&
    sentence.tokens.some((t) => t.mark === 'host') &&
    !sentence.tokens.some((t) => t.mark === 'object' || t.mark === 'destination')
  );
}
