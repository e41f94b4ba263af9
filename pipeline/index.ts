/** What other programs may use; all else may change from one version to the next. */
export {
  type BookOptions,
  claims,
  type IngestOptions,
  ingest,
  type StateOptions,
  state,
} from './library/book.ts';
export { type ExtractOptions, extract } from './library/extract.ts';
export { KnowledgeError } from './read/knowledge/fault.ts';
export { PathError } from './read/walk.ts';
export type { Progress, Summary } from './run.ts';
export { StoreError } from './store/open.ts';
export type {
  Attribution,
  Claim,
  ClaimDate,
  ClaimFilter,
  Evidence,
  ExportedClaim,
  IsoDay,
  Review,
  StateRow,
} from './types.ts';
