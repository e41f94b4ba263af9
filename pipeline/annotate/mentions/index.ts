export { buildMatcher, type Matcher } from './matcher.ts';
