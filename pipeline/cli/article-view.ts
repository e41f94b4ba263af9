import type { ArticleSource } from '../store/readings.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { type Palette, plain } from './colour.ts';

/** Title, record, and what the file was. */
export function articleHead(article: StoredArticle, { bold, dim }: Palette): string {
  const origin = [article.publisher, article.author, article.published, article.url].filter(
    (x) => x !== null,
  );
  return [
    `${bold(plain(article.title ?? article.path))}\n`,
    origin.length > 0 ? `${plain(origin.join(' · '))}\n` : '',
    dim(`${plain(article.path)} · ${article.id} · ${article.format}, ${article.encoding} · ${article.state}`),
    '\n',
  ].join('');
}

/** Where each field was found, and what was taken out, with the first few of it. */
export function sourceText({ origin, noise }: ArticleSource, { dim }: Palette): string {
  const places = new Map<string, string[]>();
  for (const [field, from] of Object.entries(origin)) places.set(from, [...(places.get(from) ?? []), field]);
  const fields = [...places].map(([from, names]) => `${names.join(', ')} from ${from}`).join('; ');
  const taken = noise.map(({ kind, count, samples }) => {
    const some = samples.slice(0, 3).map((sample) => ` «${sample}»`);
    const more = some.length > 0 && samples.length < count ? ' …' : '';
    return `taken out: ${count} × ${kind}${some.join('')}${more}`;
  });
  return [...(fields === '' ? [] : [fields]), ...taken].map((line) => `${dim(plain(line))}\n`).join('');
}

type Kin = Awaited<ReturnType<Store['kin']>>;

/** Which article this one repeats, and which repeat it. */
export function kinText({ original, reposts }: Kin, { dim }: Palette): string {
  const name = ({ path, publisher, published }: Kin['reposts'][number]): string =>
    plain([path, publisher, published].filter((x) => x !== null).join(' · '));
  return [
    ...(original === null ? [] : [`repost of ${name(original)}`]),
    ...reposts.map((repost) => `reposted in ${name(repost)}`),
  ]
    .map((line) => `${dim(line)}\n`)
    .join('');
}

/** The article as JSON, with the map back to its source on one line. */
export function articleJson(article: object, { origin, noise, sourceMap }: ArticleSource): string {
  const json = JSON.stringify({ ...article, origin, noise, sourceMap: [] }, null, 2);
  return `${json.replace(/"sourceMap": \[\]\n\}$/, `"sourceMap": ${JSON.stringify(sourceMap)}\n}`)}\n`;
}
