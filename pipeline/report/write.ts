import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportData } from './data.ts';
import { type PageParts, reportHtml } from './html.ts';

/** The page was not built: `npm run build` makes it. */
export class NoPageError extends Error {}

/** What vite has built of `page/`: beside this module or the command's few files in the package, in `dist/` where the sources run. */
function pageParts(): PageParts {
  const places = ['./page/', '../pipeline/report/page/', '../../dist/pipeline/report/page/'].map((at) =>
    fileURLToPath(new URL(at, import.meta.url)),
  );
  const folder = places.find((at) => existsSync(`${at}report.js`));
  if (folder === undefined) throw new NoPageError('the page of the report is not built; run «npm run build»');
  return {
    script: readFileSync(`${folder}report.js`, 'utf8'),
    style: readFileSync(`${folder}report.css`, 'utf8'),
  };
}

/** The report as one HTML page that needs no other file. Throws `NoPageError`. */
export const reportPage = (data: ReportData): string => reportHtml(data, pageParts());

/** Writes the page to a file that appears whole or not at all. */
export function writePage(path: string, html: string): void {
  const draft = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(draft, html);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
