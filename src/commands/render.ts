import { resolve } from 'node:path';
import { checkAgainstData } from '../documents/word/checking/check-template.ts';
import { compileTemplate, type WordTemplate } from '../documents/word/compile-template.ts';
import { sentenceOf } from '../documents/word/faults/faults.ts';
import { ownValue } from '../documents/word/values/scope.ts';
import { ServiceError } from '../errors.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Answer } from './answer.ts';

/**
 * Fills any Word template with any JSON: the engine without the rest of the service. Names that the data does not
 * have print nothing and are told, because the template has no schema that would say which may be absent. When it has
 * none at all, the data is not that of the template, and somebody must look.
 */
export const render = ({
  template,
  data,
  out,
}: {
  readonly template: string;
  readonly data: string;
  readonly out: string;
}): Answer => {
  const compiled = compileTemplate(readBytes(template));
  const view = readJson(data);
  const bytes = compiled.render(view);
  save(resolve(out), bytes);
  const doubts = checkAgainstData(compiled, view ?? {});
  const isStrange = hasNoNameOf(compiled, view);
  return {
    text: [
      `made ${out}`,
      ...(isStrange ? ['! No name of the template is in the data; nothing was filled in.'] : []),
      ...doubts.map((doubt) => `? ${sentenceOf(doubt)}`),
    ].join('\n'),
    data: { out: resolve(out), bytes: bytes.length, doubts },
    exit: isStrange ? 1 : 0,
  };
};

const hasNoNameOf = ({ uses }: Pick<WordTemplate, 'uses'>, view: unknown): boolean =>
  uses.length > 0 &&
  uses.every(({ path: [name] }) => name !== undefined && ownValue(view, name) === undefined);

const readBytes = (path: string): Uint8Array => {
  try {
    return readPlainFile(path);
  } catch (cause) {
    throw new UnreadableFileError(path, cause);
  }
};

const readJson = (path: string): unknown => {
  const text = Buffer.from(readBytes(path))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidDataError(path, cause);
  }
};

const save = (path: string, bytes: Uint8Array): void => {
  try {
    writeWhole(path, bytes);
  } catch (cause) {
    throw new UnwritableFileError(path, cause);
  }
};

/** A file named on the command line cannot be read. */
export class UnreadableFileError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(path: string, cause: unknown) {
    super({
      what: `The file "${path}" cannot be read.`,
      todo: 'Check its name and that it may be read.',
      cause,
    });
  }
}

/** The data file is no JSON. */
export class InvalidDataError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(path: string, cause: unknown) {
    const where = cause instanceof Error ? ` (${cause.message})` : '';
    super({
      what: `The file "${path}" is not valid JSON${where}.`,
      todo: 'Correct it and run the command again.',
      cause,
    });
  }
}

/** The result cannot be written where it was asked for. */
export class UnwritableFileError extends ServiceError {
  readonly code = 'unwritable-file';

  constructor(path: string, cause: unknown) {
    super({
      what: `The document cannot be written to "${path}"; what stood there is unchanged.`,
      todo: 'Check that the folder exists, may be written and has room.',
      cause,
    });
  }
}
