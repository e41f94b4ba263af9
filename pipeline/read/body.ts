import { marked } from 'marked';

const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]{0,400})?\/?>/i;
const BLOCK_TAG = /<(?:p|div|h[1-6]|ul|ol|section|article|table|blockquote|br)\b/i;
const PAGE =
  /^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,4000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
/** Longer bodies are taken for plain text: no article in Markdown is. */
const MARKDOWN_LENGTH = 1 << 18;

/** A full page says so at its start; anything else is a fragment. */
export const isPage = (text: string): boolean => PAGE.test(text.slice(0, 8000));

/** Whether the text holds HTML at all. */
export const isMarkup = (text: string): boolean => TAG.test(text);

/** The body of a scrape as HTML: feed HTML as it is; Markdown turned into it. */
export function bodyHtml(body: string): string {
  if (BLOCK_TAG.test(body)) return body;
  if (body.length > MARKDOWN_LENGTH) return linesHtml(body);
  try {
    return marked.parse(body, { async: false, gfm: true });
  } catch {
    return linesHtml(body);
  }
}

/** Plain text as HTML, a paragraph a line. */
export const linesHtml = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('\n');
