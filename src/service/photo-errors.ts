/** Why a report cannot be made with the photos that were seen. */
import type { LeftPhoto } from '../core/cases/photos.ts';
import { ServiceError } from '../errors.ts';

/** Between the look and the making of the report somebody took a photo away or changed it. */
export class PhotoGoneError extends ServiceError {
  readonly code = 'photo-gone';

  constructor() {
    super({
      what: 'A photo for the report was taken away or replaced just now.',
      todo: 'Nothing is lost; the next pass makes the report with what lies there then.',
    });
  }
}

/** A photo that an earlier look took for printable is not. */
export class PhotoUnfitError extends ServiceError {
  readonly code = 'photo-unfit';

  constructor(photos: readonly LeftPhoto[]) {
    const names = photos.map(({ name }) => `"${name}"`).join(', ');
    super({
      what: `Photos for the report turned out not to be printable: ${names}.`,
      todo: 'The next pass makes the report without them, and the remarks of its row say what to do.',
    });
  }
}
