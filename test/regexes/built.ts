/// <reference types="vite/client" />
import { vi } from 'vitest';
import type { Shipped } from './shipped.ts';

/** The stages through which a text goes; importing one of their modules runs nothing. */
const MODULES = import.meta.glob<unknown>(
  '../../pipeline/{annotate,clean,extract,facts,refine,read,store}/**/*.ts',
);

const IN_CODE = /\/(pipeline\/[^():]+\.ts)/;

/** Every expression that the code puts together when it is loaded. The stages are loaded anew for it. */
export async function builtExpressions(): Promise<Shipped[]> {
  vi.resetModules();
  const found: Shipped[] = [];
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct(target, args, newTarget) {
      const regex: RegExp = Reflect.construct(target, args, newTarget);
      const path = IN_CODE.exec(new Error().stack?.split('\n')[2] ?? '')?.[1];
      if (path !== undefined) found.push({ name: `${path}: ${regex.source}`, regex });
      return regex;
    },
  });
  try {
    for (const load of Object.values(MODULES)) await load();
  } finally {
    globalThis.RegExp = plain;
  }
  return found;
}
