/** What Catatan Impor holds of contacts whose time is over: originals stand there as an old ledger had them. */
import { forgottenMark, withoutContacts } from '../cases/forgotten.ts';
import { importTab } from '../columns/import-tab.ts';
import { requestTab } from '../columns/request-tab.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { findTab, locateColumns } from '../sheet/locate-columns.ts';
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';
import { keyInSource } from './event-identity.ts';

const texts = ['original', 'becomes', 'because'] as const;

/** A mobile number that lost its 0 to a spreadsheet; in a link to Zoom such a number is the meeting's. */
const bareNumber = /(?<![\d.:-]|\/j\/)8\d{8,11}(?!\d)/g;

/**
 * The cells without addresses, numbers and NIP; the keys stay, so that the old ledger is not brought twice. Notes of rows that
 * became no request, such as one that stood there twice, go along: nobody's event needs them.
 *
 * @param over What stands in *Asal Impor* of the requests whose time is over.
 */
export const notesToForget = (
  snapshot: WorkbookSnapshot,
  over: ReadonlySet<string>,
): readonly CellEdit[] => {
  const notes = findTab(snapshot, importTab);
  const requests = findTab(snapshot, requestTab);
  if (notes === undefined || requests === undefined || over.size === 0) return [];
  const source = locateColumns(requests, requestTab).indexOf.get('importSource');
  const kept = new Set(
    requests.rows.flatMap((cells) => {
      const text = source === undefined ? '' : String(cells[source] ?? '');
      return over.has(text) ? [] : (keyInSource(text) ?? []);
    }),
  );
  const { headerRow, indexOf } = locateColumns(notes, importTab);
  const key = indexOf.get('key');
  return notes.rows.flatMap((cells, row) =>
    row <= headerRow || (key !== undefined && kept.has(String(cells[key] ?? '')))
      ? []
      : texts.flatMap((field): readonly CellEdit[] => {
          const column = indexOf.get(field);
          const was = column === undefined ? '' : (cells[column] ?? '');
          const becomes = withoutContacts(String(was).replaceAll(bareNumber, forgottenMark));
          return column === undefined || becomes === String(was)
            ? []
            : [
                {
                  tab: notes.name,
                  address: { kind: 'fixed', row: row + 1, column: column + 1 },
                  was,
                  becomes,
                },
              ];
        }),
  );
};
