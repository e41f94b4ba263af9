import { Parser } from 'htmlparser2';
import { BlockBuilder, type BlockOptions, type BlockText } from './blocks.ts';
import { hiddenClasses } from './hidden.ts';

/** The text of an HTML fragment. Streams; builds no tree, so neither depth nor size matters. */
export function blocksOf(html: string): BlockText {
  const options = { hiddenClasses: hiddenClasses(html), keepHidden: false };
  const blocks = stream(html, options);
  return isArticleHidden(blocks) ? stream(html, { ...options, keepHidden: true }) : blocks;
}

/** Watermarks are few beside an article; where next to nothing is left without the hidden text, it is the article. */
const isArticleHidden = ({ text, hiddenLength }: BlockText): boolean =>
  text.length < 50 && hiddenLength > 4 * text.length;

function stream(html: string, options: BlockOptions): BlockText {
  const builder = new BlockBuilder(options);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.add(text, parser.startIndex),
      onclosetag: (name) => builder.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return builder.finish();
}
