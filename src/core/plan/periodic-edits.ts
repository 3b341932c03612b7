/** What should stand in our columns of Dokumen Berkala: a row a document, its link, and what is asked about it. */
import type { DocumentRecord } from '../cases/ledger-state.ts';
import { periodicTab } from '../columns/periodic-tab.ts';
import { freeRowKey, locatePeriodic, mostNewRows, periodicKey } from '../rows/periodic-rows.ts';
import type { FieldOf } from '../sheet/column.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { findTab, locateColumns } from '../sheet/locate-columns.ts';
import { asRead, type CellContent, type WorkbookSnapshot } from '../sheet/snapshot.ts';
import { sameCell } from '../sheet/three-way.ts';

/** A recap or an evaluation that should have its row. */
export interface PeriodicPaper {
  readonly key: string;
  readonly title: string;
  /** What is asked about its signatures. */
  readonly questions: readonly string[];
}

export const periodicEdits = (
  snapshot: WorkbookSnapshot,
  {
    papers,
    records,
    asked,
  }: {
    readonly papers: readonly PeriodicPaper[];
    readonly records: ReadonlyMap<string, DocumentRecord>;
    /** What cannot be read in a row, by its number. */
    readonly asked: (row: number) => readonly string[];
  },
): readonly CellEdit[] => {
  const tab = findTab(snapshot, periodicTab);
  if (tab === undefined) return [];
  const { indexOf, headerOf } = locateColumns(tab, periodicTab);
  const { rowOf } = locatePeriodic(tab);
  let free = 0;
  return papers.flatMap(({ key, title, questions }): readonly CellEdit[] => {
    const row = rowOf.get(periodicKey(title));
    if (row === undefined) free += 1;
    if (free > mostNewRows) return [];
    const record = records.get(key);
    const texts = [...questions, ...(row === undefined ? [] : asked(row))];
    const wanted: Readonly<Record<PeriodicField, CellContent>> = {
      name: title,
      link:
        record?.url === undefined
          ? ''
          : { kind: 'link', url: record.url, text: record.title ?? record.id ?? title },
      remarks: texts.length === 0 ? '' : `⚠ ${texts.join('\n')}`,
    };
    return ourFields.flatMap((field): CellEdit[] => {
      const [at, header] = [indexOf.get(field), headerOf.get(field)];
      if (at === undefined || header === undefined) return [];
      const was = row === undefined ? '' : (tab.rows[row - 1]?.[at] ?? '');
      const becomes = wanted[field];
      const address = {
        kind: 'row',
        key: row === undefined ? freeRowKey(free) : periodicKey(title),
        header,
      } as const;
      return sameCell(was, asRead(becomes)) ? [] : [{ tab: tab.name, address, was, becomes }];
    });
  });
};

type PeriodicField = Extract<FieldOf<typeof periodicTab>, 'name' | 'link' | 'remarks'>;

const ourFields: readonly PeriodicField[] = ['name', 'link', 'remarks'];
