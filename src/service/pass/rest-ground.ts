/** What every pass over a desk goes by besides what it reads: what one left on other ground says nothing to the next. */
import { createHash } from 'node:crypto';
import type { Config } from '../../config.ts';
import { programMark } from '../../program-mark.ts';

/** The same for the same build, settings and place, and nothing can be read in it. */
export const restGround = (
  config: Config,
  {
    home = '',
    program = programMark(),
  }: { readonly home?: string; readonly program?: string } = {},
): string =>
  createHash('sha256')
    .update(JSON.stringify([program, config, home]))
    .digest('hex');
