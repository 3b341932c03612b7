import { ServiceError } from '../../errors.ts';

/** Somebody saved into the file after we looked at it; their words go before ours. */
export class DocumentEditedError extends ServiceError {
  readonly code = 'document-edited';

  constructor(name: string) {
    super({
      what: `"${name}" was edited in Drive just now, so it is left as it is.`,
      todo: 'Nothing is lost; the next pass puts the new edition beside it.',
    });
  }
}
