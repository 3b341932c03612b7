/** What is wrong with a template, told to the person who keeps it in Word. */
import { ServiceError } from '../../../errors.ts';

/** One mistake: where it stands, what it is in a sentence, and the words around it. */
export interface TemplateFault {
  /** "Isi, tabel 2, baris 1", "Kepala surat", "Kaki surat" … */
  readonly place: string;
  /** A sentence in Indonesian that says what is wrong and what to write instead. */
  readonly message: string;
  /** The words nearest to the mistake, as they stand in the template. */
  readonly near?: string;
}

/** The template has mistakes; all of them are told at once, and nothing was printed. */
export class TemplateFaultsError extends ServiceError {
  readonly code = 'template-faults';
  readonly faults: readonly TemplateFault[];

  constructor(faults: readonly TemplateFault[], cause?: unknown) {
    super({
      what: `Templat Word memuat ${faults.length} kesalahan: ${sentencesOf(faults).join(' ')}`,
      todo: 'Buka templat itu di Word, perbaiki di tempat yang disebut, lalu simpan lagi sebagai .docx.',
      ...(cause === undefined ? {} : { cause }),
    });
    this.faults = faults;
  }
}

/** The data does not fit the template: a list where a text is printed, a picture that is none. */
export class TemplateDataError extends ServiceError {
  readonly code = 'template-data';

  constructor({ place, message, near }: TemplateFault) {
    super({
      what: sentenceOf({ place, message, ...(near === undefined ? {} : { near }) }),
      todo: 'Perbaiki datanya atau tag itu di dalam templat.',
    });
  }
}

/** A fault on one line, as logs and the command line show it. */
export const sentenceOf = ({ place, message, near }: TemplateFault): string =>
  near === undefined ? `${place}: ${message}` : `${place}: ${message} (dekat "${near}")`;

/** A reader mends the first ones and looks again; thousands at once fill a cell or a screen for nothing. */
const mostTold = 20;

/** The sentences of the first faults, and how many more there are. */
export const sentencesOf = (faults: readonly TemplateFault[]): readonly string[] => {
  const told = faults.slice(0, mostTold).map(sentenceOf);
  const more = faults.length - told.length;
  return more > 0 ? [...told, `dan ${more} kesalahan lainnya.`] : told;
};

/** Gathers faults while a template is read; the same fault at the same place counts once. */
export class FaultList {
  readonly #faults = new Map<string, TemplateFault>();

  add(fault: TemplateFault): void {
    const key = JSON.stringify([fault.place, fault.message, fault.near]);
    if (!this.#faults.has(key)) this.#faults.set(key, fault);
  }

  get all(): readonly TemplateFault[] {
    return [...this.#faults.values()];
  }
}
