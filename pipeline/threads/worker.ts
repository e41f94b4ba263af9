import { workerData } from 'piscina';
import { z } from 'zod';
import { loadKnowledge } from '../read/knowledge/knowledge.ts';
import { buildEngine, type Made, make } from '../reading.ts';
import type { Source } from '../types.ts';

const { lexicons } = z.object({ lexicons: z.array(z.string()) }).parse(workerData);
const engine = buildEngine(loadKnowledge(lexicons));

export default ({ source, id }: { readonly source: Source; readonly id: string }): Promise<Made> =>
  make(source, id, engine);
