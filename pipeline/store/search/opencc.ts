import { createRequire } from 'node:module';
import { z } from 'zod';

const openccModule = z.object({
  Converter: z.custom<(options: { from: string; to: string }) => (text: string) => string>(
    (v) => typeof v === 'function',
  ),
});

/** Every 汉字 of the first plane that is Traditional (of Taiwan or Hong Kong), with its Simplified one. */
export function pairs(): [string, string][] {
  const { Converter } = openccModule.parse(createRequire(import.meta.url)('opencc-js/t2cn'));
  const signs = Array.from({ length: 0x9fff - 0x3400 }, (_, i) => String.fromCharCode(0x3400 + i));
  // One a line: no phrase is formed across a line's end.
  const [taiwan, hongKong] = ['tw', 'hk'].map((from) =>
    Converter({ from, to: 'cn' })(signs.join('\n')).split('\n'),
  );
  return signs.flatMap((sign, i): [string, string][] => {
    const simplified = [taiwan?.[i], hongKong?.[i]].find((other) => other !== sign && other?.length === 1);
    return simplified === undefined ? [] : [[sign, simplified]];
  });
}
