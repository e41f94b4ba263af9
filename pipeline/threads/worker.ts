import { workerData } from 'piscina';
import { z } from 'zod';
import { loadKnowledge } from '../read/knowledge/knowledge.ts';
import { buildEngine, makeAllReady, type Ready, type ToMake } from '../reading.ts';

const limit = z.number().exactOptional();
const { lexicons, limits } = z
  .object({
    lexicons: z.array(z.string()),
    limits: z.object({ elements: limit, depth: limit, characters: limit }),
  })
  .parse(workerData);
const engine = buildEngine(loadKnowledge(lexicons));

export default (all: readonly ToMake[]): Promise<Ready[]> => makeAllReady(all, engine, limits);
