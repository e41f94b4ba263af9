/** Marks for a terminal; each is the text itself where colour is off. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** ANSI marks where `on`, else brackets around what is marked and nothing around the rest. */
export function palette(on: boolean): Palette {
  const wrap = (open: number, close: number) => (text: string) =>
    on ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    good: wrap(32, 39),
    bad: wrap(31, 39),
    mark: (text) => (on ? `\x1b[1;33m${text}\x1b[22;39m` : `【${text}】`),
  };
}

const CONTROL = /[^\P{Cc}\n\t]|\p{Bidi_Control}/gu;

/** Text of an article as a terminal may show it: control characters, which could move the cursor, become �. */
export const plain = (text: string): string => text.replace(CONTROL, '\ufffd');
