import type { Sentence, Token } from '../types.ts';
import { listBeginning, listEnding } from './lists.ts';
import { type Assign, ids, isCard, isPayment, isProvider } from './parts.ts';

const canBeTold = (t: Token): boolean => (isProvider(t) || (isPayment(t) && !isCard(t))) && !t.titled;

/** «责令甲», «要求参会的企业如甲», «被责令改正的有甲»: the verb leads to them at once. */
const AT_ONCE =
  /^(?:了|过|的|：|对|向|其中|和|“)*(?:[^，。；“]{0,14}(?:企业|平台|公司|厂商|机构|对象|大厂|巨头)(?:中的|里的|如|包括|例如|比如|即|：|“)*)?$|^，(?:涉及|其中)?(?:企业|平台|公司)?(?:包括|有|是|点名)+$/;
/** «被责令整改，其中包括…»: those who were told are listed behind. */
const NAMES_THEM =
  /(?:包括|具名的?|分别[是为]|名单|涉及|其中|点名|的)(?:有|是|为|了|到|：|的)*[^，。；]{0,4}$/;
/** How far behind the segment of the verb a list may begin. */
const FAR = 80;

/** A regulator before the demand; those told right behind the verb, else between the two, else further behind. */
export const order: Assign = ({ sentence, end, segment }) => {
  const { tokens, encoded } = sentence;
  const regulators = tokens.filter((t) => t.class === 'regulator' && t.at < end);
  const regulator = regulators.at(-1);
  const passive = /被[^，。；]{0,12}$/.test(encoded.slice(0, end));
  const behind = tokens.filter((t) => canBeTold(t) && t.at >= end && t.at < segment.to + FAR);
  const [first] = behind;
  const gap = first === undefined ? '' : encoded.slice(end, first.at);
  const everybody = first?.class === 'group' && first.at < segment.to;
  const atOnce = first !== undefined && (passive ? NAMES_THEM.test(gap) : everybody || AT_ONCE.test(gap));
  const between = tokens.filter((t) => canBeTold(t) && t.at > (regulator?.at ?? end) && t.at < end);
  const told =
    atOnce || (between.length === 0 && !passive)
      ? behind.filter((t) => atOnce || isActor(t, sentence))
      : between;
  const listed = [...listBeginning(told, sentence, JOINS_TOLD), ...alsoTold(behind, sentence)];
  const named = listed.filter((t) => t.class !== 'group');
  const companies = named.length > 0 ? named : present(between, sentence);
  return {
    subjects: ids(listEnding(regulators, sentence, JOINS_AGENCIES).slice(0, MOST_AGENCIES)),
    objects: ids(companies.length > 0 ? companies : listed.slice(0, 1)),
  };
};

/** «甲、乙等企业参会，要求各平台…»: a demand on everybody is one on those who came. */
function present(between: readonly Token[], { encoded }: Sentence): readonly Token[] {
  const firms = between.filter((t) => t.class === 'company' || t.class === 'app');
  const last = firms.at(-1);
  const came = last !== undefined && CAME.test(encoded.slice(last.at + 1, last.at + CAME_WITHIN));
  return came && ids(firms).length > 1 ? firms : [];
}
const CAME = /^[^，。；]{0,14}?(?:参会|参加|出席|与会|到会|到场|列席)/;
const CAME_WITHIN = 24;

/** Somebody who may do something, and not what is done to or where. */
const isActor = ({ mark, at }: Token, { encoded }: Sentence): boolean =>
  mark !== 'host' &&
  mark !== 'destination' &&
  mark !== 'object' &&
  !/[向对给让与和被在从跟]$/.test(encoded.slice(0, at));

/** «甲昨日会同乙»: both demand. */
const JOINS_AGENCIES = /^[^，。；]{0,3}(?:会同|联合|携手|联手)$/;
const MOST_AGENCIES = 4;

/** «甲、乙集团和丙». */
const JOINS_TOLD = /^[^，。；]{0,6}(?:、|和|与|及|以及|跟)[^，。；、]{0,6}$/;

/** «责令甲…，乙亦须…»: another who must act as well. */
const alsoTold = (behind: readonly Token[], { encoded }: Sentence): Token[] =>
  behind.filter(
    (t) =>
      /[，；]$/.test(encoded.slice(0, t.at)) &&
      /^(?:方面)?(?:也|亦|同样|则|均)(?:须|必须|被要求|被责令|应|要)/.test(encoded.slice(t.at + 1)),
  );
