import {
  type CompiledRule,
  type Cues,
  LETTER,
  type Segment,
  type Sentence,
  type Status,
  type Token,
} from '../types.ts';

const SCALE: readonly Status[] = ['open', 'limited', 'closed', 'trial', 'planned', 'pending'];

/** «未对其开放», «不向用户提供»: for whom or to whom stands between the negation and its predicate. */
const TO_WHOM = /(?<=未|不|没有|没|从未|尚未|并未|暂未|均未)(?:对|向|给|与|和|为|在|于)[^，未不没无]{1,10}$/;

/** The status for which a group of the match is named («(?<closed>登不上)»), else the rule's own. */
export function statusOf({ status }: CompiledRule, { groups }: RegExpExecArray): Status {
  if (groups === undefined) return status;
  return SCALE.find((named) => groups[named] !== undefined) ?? status;
}

/** How many negations stand directly before `end` of an encoded text, adverbs skipped. */
export function negationsBefore(text: string, cues: Cues): number {
  let rest = text.replace(TO_WHOM, '');
  let count = 0;
  for (let guard = 0; guard < 12; guard += 1) {
    const negator = cues.endOf('negator', rest);
    if (negator > 0) {
      count += 1;
      rest = rest.slice(0, rest.length - negator);
      continue;
    }
    const adverb = cues.endOf('adverb', rest);
    if (adverb === 0) return count;
    rest = rest.slice(0, rest.length - adverb);
  }
  return count;
}

/** «open» and «closed» change places under an odd number of negations; nothing else does. */
export function negate(status: Status, negations: number): Status {
  if (negations % 2 === 0) return status;
  if (status === 'open' || status === 'trial' || status === 'planned') return 'closed';
  return status === 'closed' || status === 'limited' ? 'open' : status;
}

/**
 * The status after what its own segment and the segments behind it say: a test or a plan, an extra step,
 * a limit to some users. `matched` is the encoded text of the rule's words.
 */
export function modify(status: Status, sentence: Sentence, at: number, match: string, cues: Cues): Status {
  const segment = sentence.segments[at];
  if (segment === undefined || !SCALE.includes(status)) return status;
  const text = segment.encoded;
  if (status === 'open' && askedFor(sentence, at, cues)) return 'pending';
  if (status === 'open' && cues.has('no-plan', text)) return 'closed';
  if (status === 'open') {
    if (cues.has('intent', text) || hangsOnPlan(sentence, at, cues)) return 'planned';
    if (cues.has('trial', text) || triedFirst(sentence, at, cues)) return 'trial';
    if (cues.has('future', text) && !cues.has('immediate', text) && !/已经?|可以?直接/.test(match))
      return 'planned';
    const tapped = tappedAfter(sentence, at, cues);
    if (tapped !== null) return tapped;
    const head = text.slice(0, text.indexOf(match));
    if (cues.endOf('only-then', head) > 0 && !NOT_SINCE.test(head) && !/升级|更新/.test(text))
      return 'limited';
    if (limitedBy(segment, cues) || limitedBefore(sentence, at, cues) || limitedAfter(sentence, at, cues))
      return 'limited';
  }
  if (status === 'closed' && copyStillWorks(sentence, at)) return 'limited';
  return status;
}

/** «待新版上线后，付款页将显示…», «计划新增某支付，允许商户接入»: the clause before is a plan, or what has to come first. */
function hangsOnPlan(sentence: Sentence, at: number, cues: Cues): boolean {
  const [before, here] = [sentence.segments[at - 1], sentence.segments[at]];
  if (before === undefined || here === undefined) return false;
  if (sentence.segments.slice(0, at).some((s) => cues.has('once-done', s.encoded)))
    return !NOW.test(here.encoded);
  if (before.clause !== here.clause) return false;
  return (
    ALLOWS.test(here.encoded) && (cues.has('intent', before.encoded) || cues.has('future', before.encoded))
  );
}
const NOW = /^(?:而|但|不过)?(?:目前|现在|此前|眼下|如今|现阶段)/;
const ALLOWS = /^(?:并|以|从而|届时)?(?:允许|支持|让|使|供|方便)/;

/** «去年9月才接入»: how late it came, and nothing that has to be done first. */
const NOT_SINCE = new RegExp(
  `${LETTER.date}(?:份|底|初|起|前后|左右|开始)?(?:也|都|方|这|刚)?才$|(?:最近|刚刚|近来|近日|后来|这两天|这几天)才$`,
);

/** «宣布互通，首先在两市试点», «已上线，目前只对少数人露出，仍属试水»: a clause behind, none of them with a name of its own, says that it is a test. */
function triedFirst(sentence: Sentence, at: number, cues: Cues): boolean {
  for (const next of sentence.segments.slice(at + 1, at + 4)) {
    if (next.tokens.some((t) => t.class !== 'date' && t.class !== 'scene')) return false;
    if (cues.startOf('stage', next.encoded) > 0 && cues.has('trial', next.encoded)) return true;
  }
  return false;
}

/** «将以小程序进入微信，目前已提出申请»: a clause behind says that the other side has not answered yet. */
function askedFor(sentence: Sentence, at: number, cues: Cues): boolean {
  const here = sentence.segments[at];
  for (const next of sentence.segments.slice(at + 1, at + 4)) {
    const names = next.tokens.some((t) => t.class === 'app' || t.class === 'payment' || t.class === 'group');
    if (next.clause !== here?.clause || names) return false;
    if (cues.startOf('stage', next.encoded) > 0 && cues.has('asked', next.encoded)) return true;
  }
  return false;
}

/** «有微信图标，但点下去提示“授权失败”»: what a tap on what is there comes to, told behind it; null where nobody is turned away. */
function tappedAfter(sentence: Sentence, at: number, cues: Cues): Status | null {
  const [here, next, after] = sentence.segments.slice(at, at + 3);
  if (next === undefined || next.clause !== here?.clause || next.tokens.some(isNamed)) return null;
  const last = after?.clause === next.clause && !after.tokens.some(isNamed) ? after : next;
  const shown = sentence.encoded.slice(next.from, last.to);
  if (!TAPS_IN_VAIN.test(shown)) return null;
  return cues.has('trial', shown) ? 'trial' : 'closed';
}
const TAPS_IN_VAIN = new RegExp(
  '^(?:但|可是?|却|不过|只是|可惜|然而|结果|而){0,2}(?:我|记者|小编|笔者|编辑|真的?|用户|一|再|随手){0,2}(?:点击|点|按|戳|摁|轻点|选)(?:了|一下|进去?|开|下去|上去|它|完|过去){0,2}(?:图标|按钮|那个)?(?:以后|之后|后|时)?' +
    '(?=，|就|却|会|都|则|只|没|总|还是|直接|又|弹|跳|提示|显示|出现|页面|系统|对方|打不|进不|用不|登不|是)，?[^，。；]{0,12}?' +
    '(?:没(?:有)?(?:任何)?(?:反应|动静)|[打点]不开|进不(?:去|了)|用不了|登不(?:上|进|了)|点不动|' +
    '(?:提示|弹出?|跳出|显示|出现|写着|冒出|报|是)(?:来|了|的|的是|一?[个句行条]){0,2}[^，“]{0,4}“?[^”，。]{0,10}(?:失败|无法|不支持|不可|停止|未(?:获|授|开放|上线)|没有权限|异常|受限|暂不|错误|出错|维护|下线|下架|不存在|已失效|限制|拒绝|内测|测试中|敬请期待|空白|白屏)|报错|闪退|白屏|空白页|一直转圈)',
);
const isNamed = ({ class: c, mark }: Token): boolean =>
  (c === 'app' || c === 'payment' || c === 'group') && mark !== 'speaker';

const limitedBy = (segment: Segment, cues: Cues): boolean => {
  const step = cues.find('extra-step', segment.encoded);
  if (step !== null) return !cues.has('no-extra-step', segment.encoded.slice(0, step.index));
  return cues.has('limited-users', segment.encoded);
};

/** «会跳出提示，点击继续后可打开»: the step stands in the segment before, which has no thing of its own to open. */
function limitedBefore(sentence: Sentence, at: number, cues: Cues): boolean {
  const here = sentence.segments[at];
  const previous = sentence.segments[at - 1];
  if (previous === undefined || previous.clause !== here?.clause) return false;
  const before = sentence.segments.slice(Math.max(0, at - FAR), at).filter((s) => s.clause === here.clause);
  return (
    before.some(
      (s, i) => TAPPED.test(s.encoded) && !before.slice(i).some((next) => next.tokens.some(isNamed)),
    ) ||
    TAPS_THROUGH.test(here.encoded) ||
    (THROUGH.test(here.encoded) && limitedBy(previous, cues))
  );
}

/** «按了继续，拖鞋出来了，尺码都在»: so many clauses go on through a step that names nobody. */
const FAR = 3;

/** «按下“继续访问”，宝贝出来了»: the step is a clause before. */
const TAPPED =
  /^(?:再|又|然后|我|你|他|她|对方|同事|手动)*(?:点|按|选|戳|勾)(?:一下|了|下|击|过|择)*[“‘]?(?:继续|确认|允许|同意|仍要)/;

/** «…，点确认能进去»: the step and what it comes to stand in one clause. */
const TAPS_THROUGH =
  /^(?:再|又|然后|得|要)*(?:点|按|选|戳|勾)(?:一下|了|下|击|过|择)*[“‘]?(?:继续|确认|仍要)(?:访问|打开|前往|浏览)?[”’]?(?:后|之后)?(?:即|就|便|也|都|才|可|能|照样)/;

/** «…，不打开则仍在浏览器里看»: what happens otherwise. */
const ELSE = /^(?:否则|(?:若|如果?)?(?:不|未|没有?)[^，]{1,6}(?:则|就|便))/;

/** Words by which a clause goes on through the step that the clause before told. */
const THROUGH = /^(?:而且|并且|且|过了|过完|放行后|点击|点|按下?|选择|确认|继续|再|然后|之后|随后|才|方|后)/;

/** «…，在小米上仍提示»: another telephone, of which the step is told. */
const ELSEWHERE =
  /^(?:而|但|可|不过)?(?:换成?|到了?)?在?(?:[\ue002]|安卓|苹果|iPhone|iOS|鸿蒙|电脑|平板|另一[部台个])(?:手机|系统|端|版|机|账号)*(?:上|里|则|却|仍|还|就)/;

/** «不过仅安卓用户用得上»: the next clause tells for whom. */
const ONLY = /^(?:但|不过|只是|目前|眼下|现阶段|暂时?|只|仅)/;

/** A step told in the next segments of the same clause, as long as they name nothing of their own to open. */
function limitedAfter(sentence: Sentence, at: number, cues: Cues): boolean {
  const here = sentence.segments[at];
  for (const next of sentence.segments.slice(at + 1, at + 4)) {
    if (next.clause !== here?.clause || isOfOne(next)) return false;
    if (cues.startOf('half-works', next.encoded) > 0) return true;
    if (ELSE.test(next.encoded)) return false;
    const another = next.tokens.some((t) => t.class === 'app' && t.mark === 'object' && isOther(t, here));
    if (another && (/^(?:但|不过|而|可)/.test(next.encoded) || here?.tokens.some((t) => t.mark === 'object')))
      return false;
    if (ONLY.test(next.encoded) && cues.has('limited-users', next.encoded)) return true;
    if (ELSEWHERE.test(next.encoded)) return false;
    const step = cues.find('extra-step', next.encoded);
    if (step !== null && !cues.has('no-extra-step', next.encoded.slice(0, step.index))) {
      return (
        /^(?:但|不过|只是|然而|却|可|而且|并且|且|仍|还|需|要|得|必须|首先|先|前提|用户|就|又|再|打开|点开|点击|其中|同时|每次|首次|初次)/.test(
          next.encoded,
        ) || next.tokens.length === 0
      );
    }
    if (next.tokens.some((t) => t.class === 'app' || t.class === 'scene' || isOtherPayment(t, here)))
      return false;
  }
  return false;
}

const isOther = ({ ids }: Token, here: Segment | undefined): boolean =>
  here?.tokens.some((t) => t.ids.some((id) => ids.includes(id))) !== true;

/** «…均已接入，其中甲仅对部分用户开放»: what holds for one of them. */
const isOfOne = ({ encoded, tokens }: Segment): boolean =>
  /^(?:但|不过)?其中/.test(encoded) && tokens.some((t) => t.class === 'app');

/** «默认用甲，用户要使用乙需手动更换»: the step is that of the other way to pay. */
const isOtherPayment = (token: Token, here: Segment | undefined): boolean =>
  token.class === 'payment' &&
  here?.tokens.some((t) => t.class === 'payment') === true &&
  !here.tokens.some((t) => t.ids.some((id) => token.ids.includes(id)));

/** «没办法直接购买，必须打开某App才能下单» */
const IN_ITS_APP = new RegExp(
  `(?:必须|需要?|须|得|只有)(?:先|再)?(?:打开|跳转到?|前往|进入|回到?|到|去)${LETTER.app}[^，]{0,4}(?:才|方)(?:能|可)`,
);

/** «微信里打不开，QQ里要跳到浏览器», «私聊点不开，换到群里要用浏览器»: a clause with a place or a room of its own. */
const isElsewhere = ({ from, tokens }: Segment, here: Segment | undefined): boolean => {
  const [head] = tokens;
  if (head?.class === 'app' && head.mark === 'host' && head.at === from) return true;
  return tokens.some((t) => t.class === 'scene' && t.ids.some((id) => ROOMS.has(id)) && isOther(t, here));
};
const ROOMS: ReadonlySet<string> = new Set(['private-chat', 'group-chat', 'moments']);

/** «淘宝的点不开，抖音的要复制»: a clause that begins with another thing, where the one before has a thing of its own. */
const headedByOther = ({ from, tokens: [head] }: Segment, here: Segment | undefined): boolean =>
  head?.class === 'app' &&
  head.at === from &&
  isOther(head, here) &&
  here?.tokens.some((t) => t.class === 'app') === true;

/** «打不开，只能把网址复制到浏览器里看»: it does not open here, but a way is left. */
function copyStillWorks(sentence: Sentence, at: number): boolean {
  const here = sentence.segments[at];
  const behind = sentence.segments.filter((s) => s.clause === here?.clause && s.index >= (here?.index ?? 0));
  const next = behind.findIndex((s) => s !== here && (isElsewhere(s, here) || headedByOther(s, here)));
  return behind
    .slice(0, next < 0 ? 3 : Math.min(3, next))
    .some(
      (s) =>
        IN_ITS_APP.test(s.encoded) ||
        /(?:复制|粘贴)[^，]{0,14}(?:浏览器|打开|口令)|^(?:但|不过)?(?:需要?|须|得|要)(?:先|再)?(?:点击?|在)[^，]{0,4}“?(?:网页|“链接|链接”)|(?:去|到|用|请|让)[^，]{0,6}浏览器|让[^，]{0,4}复制|(?:是|成|出|剩)[^，]{0,6}(?:口令|火星文|[串段](?!(?:不能|没法|无法|不可)(?:点|点击|打开)的)[^，]{0,6}(?:文字|乱码|暗号|暗语|字符))/.test(
          s.encoded,
        ),
    );
}
