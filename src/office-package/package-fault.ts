/** What can be wrong with the bytes of an office file; whoever opens it says so in words. */
export type PackageReason =
  /** No zip at all. */
  | 'not-a-package'
  /** It begins as a zip, but its end is missing. */
  | 'truncated'
  /** What the directory says and what lies in the file contradict each other, or a part is broken. */
  | 'damaged'
  /** The XML of a part breaks off or is not well-formed. */
  | 'malformed'
  | 'encrypted'
  /** The format for files beyond 4 GB; some programs use it without need. */
  | 'zip64'
  /** Beyond one of our bounds. */
  | 'too-large';

/** The bytes are no office file that we can read. `where` names the part or place, as far as it is known. */
export class PackageFault extends Error {
  readonly reason: PackageReason;
  readonly where: string | undefined;

  constructor(reason: PackageReason, where?: string) {
    super(where === undefined ? reason : `${reason}: ${where}`);
    this.name = 'PackageFault';
    this.reason = reason;
    this.where = where;
  }
}
