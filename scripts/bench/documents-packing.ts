/** How hard the documents benchmark packs, so that no contestant wins by packing less than the others. */
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

/** `own`: as each comes; a number: all at that level of deflate. */
export type Packing = 'own' | number;

/** The one level that every peer can pack at: easy-template-x and `docx` know no other. */
export const commonLevel = 6;

export const packingOf = (typed: string): Packing => (typed === 'own' ? 'own' : Number(typed));

/** Makes everything in this process that packs by Node's zlib do so at one level. */
export const packAllAt = (level: number): void => {
  const own = zlib.deflateRawSync;
  Object.assign(zlib, {
    deflateRawSync: (...[data, options]: Parameters<typeof own>) =>
      own(data, { ...options, level }),
  });
  syncBuiltinESMExports();
};

/** The options that `work` hands to Node's zlib in its last call. */
export const packingIn = (work: () => unknown): zlib.ZlibOptions => {
  const own = zlib.deflateRawSync;
  let seen: zlib.ZlibOptions = {};
  const watching = (...[data, options]: Parameters<typeof own>): Buffer => {
    seen = options ?? {};
    return own(data, options);
  };
  Object.assign(zlib, { deflateRawSync: watching });
  syncBuiltinESMExports();
  work();
  Object.assign(zlib, { deflateRawSync: own });
  syncBuiltinESMExports();
  return seen;
};
