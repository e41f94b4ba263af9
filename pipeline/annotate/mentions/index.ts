export { buildMatcher, type Matcher } from './matcher.ts';
export { lazyCut } from './segment.ts';
