import { workerData } from 'piscina';
import { z } from 'zod';
import { loadKnowledge } from '../read/knowledge/knowledge.ts';
import { buildEngine, makeReady, type Ready } from '../reading.ts';
import type { Source } from '../types.ts';

const limit = z.number().exactOptional();
const { lexicons, limits } = z
  .object({
    lexicons: z.array(z.string()),
    limits: z.object({ elements: limit, depth: limit, characters: limit }),
  })
  .parse(workerData);
const engine = buildEngine(loadKnowledge(lexicons));

export default ({ source, id }: { readonly source: Source; readonly id: string }): Promise<Ready> =>
  makeReady(source, id, engine, limits);
