/** What should stand in our columns of Dokumen Berkala: a row a document, its link, and what is asked about it. */
import type { DeskProblem } from '../cases/desk.ts';
import type { DocumentRecord } from '../cases/ledger-state.ts';
import { periodicKey, periodicTab } from '../columns/periodic-tab.ts';
import { freeRowKey, mostNewRows } from '../rows/keyed-rows.ts';
import { locatePeriodic } from '../rows/periodic-rows.ts';
import type { FieldOf } from '../sheet/column.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { findTab, goesBy, locateColumns } from '../sheet/locate-columns.ts';
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
    links,
    problems,
  }: {
    readonly papers: readonly PeriodicPaper[];
    readonly records: ReadonlyMap<string, DocumentRecord>;
    /** Where the links lead that the sheet shows, by document: it tells only what they say. */
    readonly links: ReadonlyMap<string, string>;
    /** What cannot be read; of all tabs. */
    readonly problems: readonly DeskProblem[];
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
    const texts = [...questions, ...(row === undefined ? [] : askedIn(row, problems))];
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
      return sameCell(was, asRead(becomes)) && leadsThere(becomes, links.get(key))
        ? []
        : [{ tab: tab.name, address, was, becomes }];
    });
  });
};

/** A problem names its tab as the sheet spells it. */
const askedIn = (row: number, problems: readonly DeskProblem[]): readonly string[] =>
  problems
    .filter((problem) => problem.row === row && goesBy(problem.tab, periodicTab))
    .map(({ text }) => text);

/** A document that was made anew has its old name and another address. Nothing remembered: it is written once more. */
const leadsThere = (content: CellContent, shown: string | undefined): boolean =>
  typeof content !== 'object' || content.kind !== 'link' || content.url === shown;

type PeriodicField = Extract<FieldOf<typeof periodicTab>, 'name' | 'link' | 'remarks'>;

const ourFields: readonly PeriodicField[] = ['name', 'link', 'remarks'];
