import { ServiceError } from '../errors.ts';

/** The folder holds no copy of a desk, or an unfinished one. */
export class NotABackupError extends ServiceError {
  readonly code = 'not-a-backup';

  constructor(folder: string, cause?: unknown) {
    super({
      what: `"${folder}" holds no finished copy of a desk.`,
      todo: 'Name the folder that "npx layanan-vicon backup" printed, the one with the file daftar-isi.json in it.',
      cause,
    });
  }
}

/** A file of a copy is not what it was when the copy was made. */
export class BackupDamagedError extends ServiceError {
  readonly code = 'backup-damaged';

  constructor(path: string) {
    super({
      what: `The copy is not whole: "${path}" is missing or was changed since. Nothing was restored.`,
      todo: 'Take another copy.',
    });
  }
}

/** Somebody keeps changing what is being copied. */
export class NeverQuietError extends ServiceError {
  readonly code = 'never-quiet';

  constructor(place: string) {
    super({
      what: `No copy was made: "${place}" was changed each time it was being copied.`,
      todo: 'Run it again at a quieter hour, or stop the service first.',
    });
  }
}

/** What a copy would take the place of. */
export class RestoreInTheWayError extends ServiceError {
  readonly code = 'restore-in-the-way';

  constructor(places: readonly string[]) {
    super({
      what: `Nothing was restored, for these would be replaced:\n${places.map((place) => `  - ${place}`).join('\n')}\n`,
      todo: 'Restore into another place with "--config", or say "--replace": what lies there is then kept beside it under another name.',
    });
  }
}
