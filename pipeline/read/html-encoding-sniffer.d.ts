declare module 'html-encoding-sniffer' {
  /** The WHATWG name of the encoding that a page's own bytes declare. */
  export default function htmlEncodingSniffer(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
}
