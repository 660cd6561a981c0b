/** For commands that tests start as processes: what one has compiled, the next one loads. */
import path from 'node:path';
import { inject } from 'vitest';

export function compileCache(): { readonly NODE_COMPILE_CACHE: string } {
  return { NODE_COMPILE_CACHE: path.join(inject('runFolder'), 'compiled') };
}
