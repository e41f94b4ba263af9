const DIGIT = /[0-9]/;
const LETTER = /[A-Za-z]/;
/** Behind it come no letters and digits that have edges; nearly all that is asked about are 汉字. */
const LAST_LATIN = 'z';
/** «QQAPP» is QQ all the same. */
const APP = /^app(?![a-z])/i;

/**
 * Whether a match may stand between its neighbours. Only Latin letters and digits have edges: QQ is not in «QQQ» nor
 * in «mail.qq.com», 360 not in «3600» nor in «1,360» or «360.5». 汉字 have none; there the lexicon's `not` decides.
 */
export function edgesHold(text: string, start: number, end: number): boolean {
  return leftHolds(text, start) && rightHolds(text, end);
}

function leftHolds(text: string, start: number): boolean {
  const first = text.charAt(start);
  if (first > LAST_LATIN) return true;
  const before = text.charAt(start - 1);
  if (DIGIT.test(first))
    return !DIGIT.test(before) && !(isPoint(before) && DIGIT.test(text.charAt(start - 2)));
  if (LETTER.test(first))
    return (
      !LETTER.test(before) &&
      (!(isJoint(before) && isAscii(text.charAt(start - 2))) ||
        NUMBERED.test(text.slice(Math.max(0, start - 4), start)))
    );
  return true;
}

/** «2.QQ» at the head of an item. */
const NUMBERED = /(?:^|[\n。；！？ ])\d{1,2}\.$/;

function rightHolds(text: string, end: number): boolean {
  const last = text.charAt(end - 1);
  if (last > LAST_LATIN) return true;
  const after = text.charAt(end);
  if (DIGIT.test(last)) {
    return !DIGIT.test(after) && after !== '%' && !(isPoint(after) && DIGIT.test(text.charAt(end + 1)));
  }
  if (LETTER.test(last) && APP.test(text.slice(end, end + 4))) return true;
  if (LETTER.test(last)) return !LETTER.test(after) && !(isJoint(after) && isAscii(text.charAt(end + 1)));
  return true;
}

const isPoint = (c: string) => c === '.' || c === ',';
const isJoint = (c: string) => c === '.' || c === '@' || c === '_' || c === '-';
const isAscii = (c: string) => DIGIT.test(c) || LETTER.test(c);
