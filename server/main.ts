/** `node server/main.ts [--empty]`: the server. Its code is read when memory is held together already. */
import { holdYoungGeneration } from './young-generation.ts';

holdYoungGeneration();
const { serve } = await import('./serve.ts');
await serve();
