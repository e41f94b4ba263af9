import { bake } from '../read/knowledge/baked.ts';
import { write } from '../read/knowledge/write.ts';

/** Run by `npm run build`, so that no run has to read and check the package's own lexicon and rules again. */
bake(write([]));
