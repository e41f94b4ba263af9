import { userInfo } from 'node:os';
import { plain } from './colour.ts';
import { misuse } from './fault.ts';

/** Who decides: the name that was given, else the one of the account. */
export function reviewerOf(given: string | undefined): string {
  const name = (given ?? accountName()).trim();
  if (name === '' || name.length > 80 || plain(name) !== name || /[\n\t]/.test(name))
    throw misuse('--reviewer NAME: give a name of at most 80 characters on one line');
  return name;
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'reviewer';
  }
}
