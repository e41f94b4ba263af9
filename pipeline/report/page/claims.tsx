import type { JSX } from 'preact';
import type { ReportData } from '../data.ts';
import { daysText, REVIEW, SPEAKER, STATUS } from './words.ts';

/** A link to a claim's place in the list of sources at the end. */
export const claimLink = (at: number): JSX.Element => <a href={`#claim-${at}`}>{at + 1}</a>;

/** `[3] [17]`, each leading to its words at the end of the page. */
export function Cited({ claims }: { readonly claims: readonly number[] }): JSX.Element {
  return (
    <span class="cited">
      {claims.map((at) => (
        <span key={at}>[{claimLink(at)}] </span>
      ))}
    </span>
  );
}

interface ClaimProps {
  readonly data: ReportData;
  readonly at: number;
  readonly repost?: boolean;
}

/** A claim's words, who says them, and where. Everything of the article is text. */
export function ClaimWords({ data, at, repost = false }: ClaimProps): JSX.Element | null {
  const claim = data.claims[at];
  const article = claim === undefined ? undefined : data.articles[claim.article];
  if (claim === undefined || article === undefined) return null;
  const title = article.title ?? article.path;
  return (
    <figure class="claim">
      <blockquote>{claim.quote}</blockquote>
      <figcaption>
        <b>{STATUS[claim.status]}</b> {daysText(claim.days)} · {SPEAKER[claim.speaker]}
        {claim.name === null ? '' : `「${claim.name}」`}
        {claim.conditions.length > 0 && ` · 条件：${claim.conditions.join('；')}`}
        {REVIEW[claim.review] !== '' && ` · ${REVIEW[claim.review]}`}
        <br />
        {repost && <span class="repost">转载 </span>}
        {article.url === null ? (
          <cite>{title}</cite>
        ) : (
          <a href={article.url} rel="noreferrer noopener">
            {title}
          </a>
        )}
        {` ${article.publisher ?? ''} ${article.published ?? '日期不明'} `}
        <code>{claim.id}</code>
      </figcaption>
    </figure>
  );
}

/** Claims of one mind with their reposts. */
export function ClaimList({
  data,
  claims,
  reposts = [],
}: {
  readonly data: ReportData;
  readonly claims: readonly number[];
  readonly reposts?: readonly number[];
}): JSX.Element {
  return (
    <>
      {claims.map((at) => (
        <ClaimWords key={at} data={data} at={at} />
      ))}
      {reposts.map((at) => (
        <ClaimWords key={at} data={data} at={at} repost />
      ))}
    </>
  );
}
