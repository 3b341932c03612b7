/**
 * Which of many files lie there: each folder is listed once, for a system that is asked about thousands of files one by one takes
 * its time. What a listing does not name is asked about by itself, because another spelling may be the same file to the system.
 */
import { readdirSync, statSync } from 'node:fs';
import { errorCode } from '../saving/save-file.ts';

/** Asks of each id whether a file lies there; what was listed meanwhile is not listed again. */
export const filesThere = (
  pathOf: (id: string) => string | undefined,
  top: string,
): ((id: string) => boolean) => {
  const listed = new Map<string, ReadonlySet<string>>();
  const namesIn = (folder: string): ReadonlySet<string> => {
    const known = listed.get(folder);
    if (known !== undefined) return known;
    const path = folder === '' ? top : pathOf(folder);
    const names = path === undefined ? nothing : filesIn(path);
    listed.set(folder, names);
    return names;
  };
  return (id) => {
    const end = id.lastIndexOf('/');
    const name = id.slice(end + 1);
    // A step that no system takes for two.
    if (!name.includes('\\') && namesIn(id.slice(0, Math.max(0, end))).has(name)) return true;
    const path = pathOf(id);
    return path !== undefined && isFile(path);
  };
};

const nothing: ReadonlySet<string> = new Set();

/** Links are followed when they are asked about; what cannot be listed may show each file all the same. */
const filesIn = (folder: string): ReadonlySet<string> => {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return nothing;
  }
};

export const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
};
