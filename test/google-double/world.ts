import { type Account, SignIn } from './accounts.ts';
import { DriveState } from './drive/drive-state.ts';
import { driveTime } from './drive/drive-time.ts';
import type { DriveFile } from './drive/model.ts';
import type { Responders, StoredForm } from './forms/model.ts';
import type { SentMail } from './gmail/sent-mail.ts';
import { IdMint } from './id-mint.ts';
import type { Spreadsheet } from './sheets/model.ts';

/**
 * Everything that the stand-in keeps: files, the spreadsheets and forms behind some of them, mail, who may sign in.
 *
 * A spreadsheet or form has the id of its file; both come and go together.
 */
export class World {
  /** The world's clock, in milliseconds. */
  readonly now: () => number;
  #setBy = 0;
  readonly mint = new IdMint();
  readonly signIn: SignIn;
  readonly drive = new DriveState();
  readonly files = new Map<string, DriveFile>();
  /** Ids of files that were deleted for good: they are never given again. */
  readonly deletedIds = new Set<string>();
  readonly spreadsheets = new Map<string, Spreadsheet>();
  readonly forms = new Map<string, StoredForm>();
  readonly mail: SentMail[] = [];
  /**
   * Who may answer a form that a program has made, once it is published. Belief (unknown): for a private account anyone
   * with the link, as in the editor; in a domain its administrator may have chosen less.
   */
  newFormsAreFor: Responders = 'anyone';

  constructor(clock: () => number) {
    this.now = () => clock() + this.#setBy;
    this.signIn = new SignIn(this.now);
  }

  /** Sets the clock; it runs on from there. */
  setClock(ms: number): void {
    this.#setBy += ms - this.now();
  }

  /** Puts a spreadsheet's new state in its place; its file takes over title, editor and moment. */
  saveSpreadsheet(draft: Spreadsheet, account: Account): void {
    this.spreadsheets.set(draft.spreadsheetId, draft);
    const file = this.files.get(draft.spreadsheetId);
    if (!file) return;
    this.files.set(file.id, {
      ...file,
      name: draft.properties.title ?? file.name,
      version: file.version + 1,
      modifiedTime: driveTime(this.now()),
      lastModifyingUser: account.email,
    });
    this.drive.noteChange(file.id, this.now() + this.drive.sheetChangeLagMs);
  }
}
