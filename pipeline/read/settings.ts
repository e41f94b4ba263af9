import type { FieldMap } from './fields.ts';
import { LIMITS, type Limits } from './limits.ts';

export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  /** The user's own names for fields, before all others. */
  readonly fields?: Partial<FieldMap>;
}

export interface Settings {
  readonly limits: Limits;
  readonly fields: Partial<FieldMap>;
}

export const settingsOf = (options: ReadOptions): Settings => ({
  limits: { ...LIMITS, ...options.limits },
  fields: options.fields ?? {},
});
