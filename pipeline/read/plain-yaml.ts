/** A key, and behind it a value or nothing, in the first column. */
const FIELD = /^([A-Za-z][\w-]*):(?: (.*))?$/;
const ITEM = /^( *)- (.*)$/;
/** Everything between single quotes, in which a quote is written twice. */
const QUOTED = /^'((?:[^']|'')*)'$/;
/** Words that begin with a letter or are a day: no number, nothing that YAML reads a sign in. */
const PLAIN = /^(?:\p{L}|\d{4}-\d\d-\d\d(?!\d))/u;
const SIGN = /: | #|:$/;
/** What YAML 1.2 reads as something else than words. */
const OTHER = /^(?:null|true|false)$/i;
/** Tabs, line breaks other than \n, what is invisible, halves of characters. */
const ODD = /[\u2028\u2029\ufeff\p{Cs}]|(?!\n)\p{Cc}/u;

/**
 * The fields of the front matter that most blogs write: one «key: words» a line, in single quotes or none, `true` or
 * `false`, or a list of such words. Null for all else, which is for the yaml package; it comes to the same and takes
 * thirty times as long.
 */
export function plainFields(yaml: string): Record<string, unknown> | null {
  if (ODD.test(yaml)) return null;
  const fields: Record<string, unknown> = {};
  const lines = yaml.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const [whole, key = '', padded = ''] = FIELD.exec(line) ?? [];
    const words = padded.trim();
    if (whole === undefined || OTHER.test(key) || Object.hasOwn(fields, key)) return null;
    const items = words === '' ? itemsAt(lines, i + 1) : null;
    const value = items ?? scalarOf(words);
    if (value === undefined) return null;
    fields[key] = value;
    i += items?.length ?? 0;
  }
  return fields;
}

/** The items of a list that begins at a line, or null where none does or one is more than plain words. */
function itemsAt(lines: readonly string[], from: number): unknown[] | null {
  const items: unknown[] = [];
  let indent: string | undefined;
  for (let i = from; i < lines.length; i += 1) {
    const item = ITEM.exec(lines[i] ?? '');
    if (item === null) break;
    indent ??= item[1];
    const value = scalarOf((item[2] ?? '').trim());
    if (item[1] !== indent || value === undefined) return null;
    items.push(value);
  }
  return items.length === 0 ? null : items;
}

/** What words come to; undefined where they are not plain. */
function scalarOf(words: string): string | boolean | undefined {
  const quoted = QUOTED.exec(words)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  if (words === 'true' || words === 'false') return words === 'true';
  return PLAIN.test(words) && !SIGN.test(words) && !OTHER.test(words) ? words : undefined;
}
