import { ServiceError } from '../errors.ts';

/** The system refused what was asked of a file or folder, for a reason that a person can do something about. */
export class FileTroubleError extends ServiceError {
  readonly code: `file-${TroubleKind}`;

  constructor(
    reason: TroubleKind,
    { place, cause }: { readonly place: string; readonly cause: unknown },
  ) {
    const { what, todo } = words[reason];
    super({ what: `${place} ${what}`, todo, cause });
    this.code = `file-${reason}`;
  }
}

type TroubleKind = keyof typeof words;

const words = {
  'disk-full': {
    what: 'could not be written: the disk is full or the quota used up.',
    todo: 'Free some space and run again; what was there before is unharmed.',
  },
  'not-permitted': {
    what: 'may not be read or written by the account that runs this program.',
    todo: 'Give that account the right to do so, or choose another place.',
  },
  'read-only': {
    what: 'cannot be written: the disk that it lies on is read-only.',
    todo: 'Make the disk writable, or choose another place.',
  },
  failing: {
    what: 'could not be read or written: the disk or the network drive gave an error.',
    todo: 'Check the disk or the connection, and run again.',
  },
  missing: {
    what: 'is not there, or its place takes no files or folders.',
    todo: 'Check how it is spelled and that the folders above it are there.',
  },
  'in-the-way': {
    what: 'cannot be used: something else stands there, a file for a folder or a folder for a file.',
    todo: 'Move that away, or choose another place.',
  },
  'bad-name': {
    what: 'cannot be used: the name is too long, or its links lead in a circle.',
    todo: 'Choose a shorter name or another place.',
  },
  'other-disk': {
    what: 'could not be moved from one disk to another.',
    todo: 'Use a place that lies on one disk with all that is in it.',
  },
  busy: {
    what: 'is in use by another program.',
    todo: 'Close that program and run again.',
  },
  'too-many-open': {
    what: 'could not be opened: this machine has too many files open or watched.',
    todo: 'Close other programs, or raise the limits of this account, and run again.',
  },
} as const;

const reasons: Readonly<Record<string, TroubleKind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
  EIO: 'failing',
  ENXIO: 'failing',
  ENODEV: 'failing',
  ESTALE: 'failing',
  EHOSTDOWN: 'failing',
  ENOENT: 'missing',
  EEXIST: 'in-the-way',
  ENOTDIR: 'in-the-way',
  EISDIR: 'in-the-way',
  ENOTEMPTY: 'in-the-way',
  ENAMETOOLONG: 'bad-name',
  EINVAL: 'bad-name',
  ELOOP: 'bad-name',
  EXDEV: 'other-disk',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EMFILE: 'too-many-open',
  ENFILE: 'too-many-open',
};

/**
 * A refusal of the file system in words; `undefined` for anything else.
 *
 * @param about The file or folder that was wanted, where the error does not name it or names a makeshift one.
 */
export const fileTrouble = (error: unknown, about?: string): FileTroubleError | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const reason = reasons[String(error.code)];
  // A connection that fails has a system call and a code too, but never a file's.
  if (reason === undefined || 'address' in error || 'hostname' in error) return undefined;
  const path = about ?? ('dest' in error ? error.dest : 'path' in error ? error.path : undefined);
  const place = typeof path === 'string' ? `"${path}"` : 'A file';
  return new FileTroubleError(reason, { place, cause: error });
};
