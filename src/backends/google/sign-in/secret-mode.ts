import type { Stats } from 'node:fs';

/** The mode of a file that others on this machine may read or change. Windows keeps a user's files by other means than modes. */
export const modeForOthers = ({ mode }: Stats): number | undefined =>
  process.platform !== 'win32' && (mode & 0o077) !== 0 ? mode & 0o777 : undefined;
