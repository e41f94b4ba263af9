interface Page {
  readonly url: string;
  readonly type: string;
  readonly body: string;
  readonly status?: number;
}

/** A WARC with one response a page. */
export const warcOf = (pages: readonly Page[]): Uint8Array => Buffer.concat(pages.map(recordOf));

function recordOf({ url, type, body, status = 200 }: Page, number: number): Uint8Array {
  const http = Buffer.from(
    `HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const id = `<urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: ${id}\r\nWARC-Date: 2021-09-17T01:23:00Z\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}
