import { createHash } from 'node:crypto';

/** Hands out ids that look like Google's and are the same in every run. */
export class IdMint {
  #count = 0;

  /** A file id: 44 characters that begin with `1`. */
  fileId(): string {
    return `1${this.#digest().toString('base64url').slice(0, 43)}`;
  }

  /** A short id, as forms give to questions and mail to messages. */
  hex(length: number): string {
    return this.#digest().toString('hex').slice(0, length);
  }

  /** A number as Sheets gives to tabs and ranges: 31 bits, never 0. */
  number(): number {
    return this.#digest().readUInt32BE(0) & 0x7fffffff || 1;
  }

  #digest(): Buffer {
    this.#count += 1;
    return createHash('sha256').update(`google-double ${this.#count}`).digest();
  }
}
