/** What people of an office change and a desk looks at, as plain data. */
import type { AnswerForm } from '../../../src/core/messages/answer-link.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

export interface Office {
  readonly tabs: OfficeTab[];
  /** Whether the workbook can tell where its cells lead. */
  readonly tellsLinks: boolean;
  /** Documents, by their ids. */
  readonly files: Map<string, OfficeFile>;
  /** What lies in *Dokumentasi*: what each file holds by its name, by the names of folders. */
  readonly photos: Map<string, Map<string, Uint8Array>>;
  /** Counts up when somebody saves a template or a text. */
  templates: number;
  texts: number;
  answerForm: AnswerForm | undefined;
  /** What people do to the sheet between a pass's look and its write. */
  meanwhile: (() => void) | undefined;
  /** Somebody has the workbook open. */
  isOpen: boolean;
}

interface OfficeTab {
  readonly name: string;
  readonly rows: Cell[][];
  /** Where its cells lead, by `spotOf`: they stay where rows are sorted away, as some programs leave them. */
  readonly links: Map<string, string>;
}

interface OfficeFile {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** A person saved it anew. */
  readonly isEdited: boolean;
}

export const openOffice = (
  tabs: Office['tabs'],
  { tellsLinks }: Pick<Office, 'tellsLinks'>,
): Office => ({
  tabs: structuredClone(tabs),
  tellsLinks,
  files: new Map(),
  photos: new Map(),
  templates: 0,
  texts: 0,
  answerForm: undefined,
  meanwhile: undefined,
  isOpen: false,
});
