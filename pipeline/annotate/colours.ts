import type { Knowledge, Mention } from '../types.ts';

/** What people call the codes at a till by. */
const COLOURS: Readonly<Record<string, string>> = {
  蓝: 'alipay',
  绿: 'wechat-pay',
  红: 'unionpay-quickpass',
};

/** How far from a colour the words may stand that make it the colour of a code, in UTF-16 units. */
const NEAR = 24;

/**
 * «扫绿码», «那张蓝的» as mentions of the wallet whose code has that colour, where the article names a wallet and is not
 * about health codes. `named` in order of start; offsets are into the twin. Pure.
 */
export function colouredCodes(
  twin: string,
  named: readonly Mention[],
  { cues, walletOf }: Pick<Knowledge, 'cues' | 'walletOf'>,
): Mention[] {
  if (!named.some((m) => m.type === 'payment' || walletOf.has(m.id))) return [];
  const coloured = cues.all('coloured-code', twin);
  if (coloured.length === 0 || cues.has('health-code', twin)) return [];
  return coloured.flatMap(({ index, 0: words }): Mention[] => {
    const id = COLOURS[words.charAt(0)];
    const around = twin.slice(Math.max(0, index - NEAR), index + words.length + NEAR);
    if (id === undefined || !cues.has('code-talk', around)) return [];
    if (id === 'unionpay-quickpass' && !named.some((m) => m.id === id)) return [];
    return [{ start: index, end: index + words.length, kind: 'entity', id, type: 'payment' }];
  });
}
