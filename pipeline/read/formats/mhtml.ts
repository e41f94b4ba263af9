import { canonical } from '../decode.ts';
import { emptyRecord } from '../front-matter.ts';
import { failed, hashBytes, type ReadResult } from '../result.ts';

const ADDRESS = /^https?:\/\/\S+$/;

/** An MHTML page (RFC 2557) → Source. Never throws. */
export async function readMhtml(path: string, bytes: Uint8Array): Promise<ReadResult> {
  const sha256 = hashBytes(bytes);
  const { default: PostalMime } = await import('postal-mime');
  try {
    const mail = await PostalMime.parse(bytes);
    const html = firstPage(mail.html ?? '');
    if (html.trim() === '') return failed(path, sha256, 'there is no page in this MHTML; save it again');
    const header = (name: string): string => mail.headers.find((h) => h.key === name)?.value.trim() ?? '';
    const url =
      [header('snapshot-content-location'), header('content-location')].find((u) => ADDRESS.test(u)) ?? null;
    const record = { ...emptyRecord(), url, origin: url === null ? {} : { url: 'saved from' } };
    const source = {
      path,
      format: 'mhtml',
      encoding: charsetOf(bytes),
      sha256,
      record,
      html,
      htmlKind: 'page',
    } as const;
    return { source: { ...source, warnings: [] }, problem: null };
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message.split('\n', 1)[0] : 'it is broken';
    return failed(path, sha256, `the MHTML is not read (${why}); save the page again`);
  }
}

/** The charset of the first HTML part. */
function charsetOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 16));
  const label = /content-type:\s*text\/html\s*;\s*charset="?([\w-]{1,40})/i.exec(head)?.[1];
  return canonical(label ?? 'utf-8');
}

/** Frames follow the page that holds them; only the first document is the article's. */
function firstPage(html: string): string {
  const end = html.search(/<\/html\s*>/i);
  return end < 0 ? html : html.slice(0, end);
}
