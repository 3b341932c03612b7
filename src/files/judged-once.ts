/** What was found out about a file, remembered in this process for whichever desk has the same file. */
import { createHash } from 'node:crypto';

/** Of each subject: what several desks use, without growing while somebody edits a file all day. */
const mostRemembered = 8;

/**
 * @returns Judges a file for the subject (a module's constant, by whose rules it is judged), or tells what came of it before.
 *   `file` is all that the judgement depends on besides the subject.
 */
export const judgedOnce = <T>(): ((
  subject: object,
  file: { readonly content: Uint8Array | string; readonly options?: object },
  judge: () => T,
) => T) => {
  /** The latest last. */
  const remembered = new WeakMap<object, Map<string, T>>();
  return (subject, { content, options = {} }, judge) => {
    const known = remembered.get(subject) ?? new Map<string, T>();
    remembered.set(subject, known);
    const name = `${createHash('sha256').update(content).digest('hex')} ${JSON.stringify(options)}`;
    const found = known.get(name) ?? judge();
    known.delete(name);
    known.set(name, found);
    for (const oldest of known.keys()) {
      if (known.size <= mostRemembered) break;
      known.delete(oldest);
    }
    return found;
  };
};
