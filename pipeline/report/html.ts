import { createHash } from 'node:crypto';
import type { ReportData } from './data.ts';

export interface PageParts {
  readonly script: string;
  readonly style: string;
}

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** JSON that no parser of HTML can take for markup, and no parser of scripts for the end of a line. */
export const inertJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The report as one page that needs nothing else: its Content-Security-Policy allows the one script and the one style
 * sheet that stand in it, by their hashes, and nothing from anywhere. What articles say is in the data only.
 */
export function reportHtml(data: ReportData, { script, style }: PageParts): string {
  const code = script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
  const sheet = style.replace(/<\/(style)/gi, '<\\/$1');
  const policy = `default-src 'none'; script-src ${hash(code)}; style-src ${hash(sheet)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>互联互通：谁向谁开放</title>
<style>${sheet}</style>
</head>
<body>
<main id="report"><p>正在展开……</p><noscript><p>这份报告要用浏览器的脚本来展开；脚本就在这个文件里，不联网。</p></noscript></main>
<script type="application/json" id="data">${inertJson(data)}</script>
<script>${code}</script>
</body>
</html>
`;
}
