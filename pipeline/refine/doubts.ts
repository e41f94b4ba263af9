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
    (COMES_OUT.test(own) || (SEES_NOT.test(own) && /^[一-龥]{2,4}$/.test(behind)));
  return before || (opened && (ofPart || knowledge.cues.startOf('half-plays', own) > 0));
}
/** «通的，蹦出下载页»: what comes out of what has opened. */
const COMES_OUT = /^(?:蹦|跳|弹|冒)出/;
/** «能看见裙子，不能看见尺码» */
const SEES_NOT = /^(?:却|但|就是|可|只是)?(?:不能|没法|无法|看不)(?:看)?[见到]?/;

/** «真的可以，我往QQ群里丢了同一条网址»: a verdict before its trial, which is told next and elsewhere. */
function toldNext({ draft, sentence, earlier }: Ask): boolean {
  if (!draft.topical || draft.subjects.length > 0 || earlier.some((s) => s.tokens.some(isPlace)))
    return false;
  const next = sentence.segments[draft.segment + 1];
  return next !== undefined && TRIES.test(next.encoded) && next.tokens.some(isPlace);
}

const TRIES = /^(?:我们?|她|他|同事|记者|小编)?(?:随手|又|再|先|就)?(?:往|在|把|用|从)/;

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
function byOurselves({ draft, sentence, discourse }: Ask): boolean {
  if (draft.frame !== 'act' || draft.subjects.length > 0 || discourse.notice !== null) return false;
  if (sentence.speeches.some((s) => s.type === 'official')) return false;
  const clause = sentence.segments[draft.segment]?.clause;
  const from = sentence.segments.find((s) => s.clause === clause)?.from ?? 0;
  return WE.test(sentence.encoded.slice(from, draft.match.start));
}
const WE = /(?:^|，)(?:[^，]{0,4}，)?(?:我们|咱们|我)(?![国省市县区院司局部行校方])[^，]{0,12}$/;

const OFFICE_OWNS = new RegExp(
  `(?:[省市县区局]|政府|学校|医院|高校|大学|银行|政务|机关|公安)(?:自己|统一|官方)?(?:推广|推出|开发|发放|上线)?的(?!${LETTER.app}|链接|网址|页面|[用乘商]|市民|居民|家长)“?[^，的“”${LETTER.app}]{2,8}”?，?(?:也|都|均|还|却|已|再)*(?:在${LETTER.app}|无法|不能|打不开)?[^，]{0,3}$`,
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
function ofPicture({ draft, sentence }: Ask): boolean {
  const own = sentence.segments[draft.segment]?.encoded ?? '';
  if (draft.status === 'closed' && /验证码|短信/.test(sentence.encoded.slice(0, draft.match.end)))
    return /[收等]不到/.test(own);
  if (draft.subjects.length > 0) return false;
  return /^图片?(?:能|可以)看$|(?:应用|苹果|安卓|手机)(?:商店|市场)里?[^，]{0,3}[搜找下]|^(?:私下|当众|背地里)/.test(
    own,
  );
}

/** «屏蔽外链列在八类问题里»: something that is done here and there is called an offence. */
function asOffence({ draft, sentence }: Ask): boolean {
  if (draft.frame !== 'act' || draft.subjects.length > 0) return false;
  return OFFENCES.test(sentence.segments[draft.segment]?.encoded ?? '');
}
const OFFENCES = /(?:列|归|划)(?:在|入|为|进|作)[^，]{0,8}(?:问题|清单|情形|行为|乱象|整治|重点)/;

/** «倒不是没反应，是弹出来一个提示»: what it is not, before what it is. */
function notThis({ draft, sentence: { segments } }: Ask): boolean {
  const own = segments[draft.segment]?.encoded ?? '';
  return (
    /^(?:倒|也|并|可|又)*不是/.test(own) && /^(?:而?是|只是)/.test(segments[draft.segment + 1]?.encoded ?? '')
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
