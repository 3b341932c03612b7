/** Where contacts stay that no program of ours can take out, and what a person can do about it. */
import { backendOf } from '../backends/backends.ts';
import type { ConfigFile } from '../config.ts';

/** One sentence or two each. */
export const keptElsewhere = (config: ConfigFile): readonly string[] => [
  'documents, and in the tab Pengaduan the column Kontak: empty it by hand',
  'older copies of the desk (backup): delete those that are not needed any more',
  ...(backendOf(config).name === 'google' ? inGoogle : onThisMachine),
  ...(config.messages.by === 'outbox' ? [] : [inSentMail]),
];

/**
 * Source: Forms API, forms.responses (get and list only); Docs Editors Help, "Find what's changed in a file" (who may edit a file
 * sees its versions) and "Make a copy" (a copy begins without them).
 */
const inGoogle = [
  'the answers that Google Forms keeps itself, and no program may delete: open each form, Responses, Individual, and delete those of these requests (or, at the end of a year, "Delete all responses"; the sheet keeps its rows). An answer that its sender edits afterwards comes back into the sheet',
  'the version history of the sheet: whoever may edit the sheet can read earlier versions, and Google deletes none of them at your wish. Let nobody edit it who need not. To be rid of them, make a copy of the sheet (a copy has no earlier versions), link the form to the copy, name it in the settings, and delete the old sheet, also from the bin',
];

const onThisMachine = [
  'earlier versions of the workbook where the system or a cloud folder keeps such: delete those there',
];

const inSentMail =
  'mails that left: the mail account keeps them under Sent, and whoever received them has them';
