/** Styles under which a reader sees nothing, wherever they stand. */
const UNSEEN =
  /(?:^|;)\s*(?:display\s*:\s*none|font-size\s*:\s*0(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:;|!|$)|(?:left|top|right|margin-left|text-indent)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|em|rem|pt)|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%)/i;
/** Styles that pages also give to a whole article until a script shows it (WeChat's): they count on inline elements only. */
const UNSEEN_INLINE =
  /(?:^|;)\s*(?:visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|color\s*:\s*transparent)/i;
const INLINE = new Set('span i em b strong font a u s small sub sup label bdo bdi ins del'.split(' '));

type Attributes = Readonly<Record<string, string>>;

/** Whether an element is hidden from its readers by its own attributes or by a class in `classes`. */
export function isHidden(tag: string, attributes: Attributes, classes: ReadonlySet<string>): boolean {
  if (attributes.hidden !== undefined) return true;
  const { style } = attributes;
  if (style !== undefined && (UNSEEN.test(style) || (INLINE.has(tag) && UNSEEN_INLINE.test(style))))
    return true;
  if (classes.size === 0 || attributes.class === undefined) return false;
  return attributes.class.split(/\s+/).some((name) => classes.has(name));
}

const CLASS_SELECTOR = /^[a-z]*\.([\w-]+)$/i;

/**
 * Classes that the page's own style sheets hide outright (`.wm{display:none}`). Rules inside `@media` and the like
 * say what holds elsewhere, and selectors of more than one step who they are for: neither counts.
 */
export function hiddenClasses(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sheet of styleSheets(html)) {
    for (const rule of withoutAtBlocks(withoutComments(sheet)).split('}')) {
      const brace = rule.indexOf('{');
      if (brace < 0 || !UNSEEN.test(rule.slice(brace + 1))) continue;
      for (const selector of rule.slice(0, brace).split(',')) {
        const name = CLASS_SELECTOR.exec(selector.trim())?.[1];
        if (name !== undefined) found.add(name);
      }
    }
  }
  return found;
}

/** The contents of the `<style>` elements; one that does not end holds nothing. */
function* styleSheets(html: string): Generator<string> {
  const opening = /<style\b/gi;
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const begin = html.indexOf('>', found.index);
    const end = begin < 0 ? -1 : html.indexOf('</', begin);
    if (end < 0) return;
    yield html.slice(begin + 1, end);
    opening.lastIndex = end;
  }
}

function withoutComments(css: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const begin = css.indexOf('/*', from);
    parts.push(css.slice(from, begin < 0 ? undefined : begin));
    const end = begin < 0 ? -1 : css.indexOf('*/', begin + 2);
    if (end < 0) return parts.join(' ');
    from = end + 2;
  }
}

function withoutAtBlocks(css: string): string {
  if (!css.includes('@')) return css;
  const parts: string[] = [];
  let depth = 0;
  /** Depth at which the at-rule began, or -1 outside of one. */
  let at = -1;
  let from = 0;
  for (let i = 0; i < css.length; i += 1) {
    const c = css[i];
    if (c === '@' && at < 0) {
      parts.push(css.slice(from, i));
      at = depth;
    } else if (c === '{') depth += 1;
    else if (c === '}') depth = Math.max(0, depth - 1);
    if (at === depth && (c === '}' || c === ';')) [at, from] = [-1, i + 1];
  }
  if (at < 0) parts.push(css.slice(from));
  return parts.join('');
}
