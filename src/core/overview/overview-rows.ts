/** The list in Ringkasan of rows that are wrong, tab by tab: what nobody reads beside its row is read there. */

import { institutionOf } from '../cases/case-facts.ts';
import type { DeskProblem } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { findingLine, list, number } from '../cases/wording.ts';
import { requestTab, staffHeaders } from '../columns/request-tab.ts';
import type { Cell } from '../sheet/snapshot.ts';

/** So many of one tab; the others are read in the tab itself. */
const mostOfTab = 8;

/** Tab, row and what to do, a line each; the worst case of a tab stays a handful of lines. */
export const problemLines = (problems: readonly DeskProblem[]): readonly (readonly Cell[])[] => {
  const byTab = new Map<string, DeskProblem[]>();
  for (const problem of problems) {
    const others = byTab.get(problem.tab);
    if (others) others.push(problem);
    else byTab.set(problem.tab, [problem]);
  }
  return [...byTab].sort(byName).flatMap(([tab, all]) => {
    const inOrder = all.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const rest = inOrder.slice(mostOfTab);
    const rows = [...new Set(rest.flatMap(({ row }) => row ?? []))];
    return [
      ...inOrder
        .slice(0, mostOfTab)
        .map(({ row, text }): readonly Cell[] => [tab, row ?? '', text]),
      ...(rest.length === 0
        ? []
        : [[tab, '', `dan ${number(rest.length)} catatan lainnya (${rowsNamed(rows)}).`]]),
    ];
  });
};

export const hasStaffNotes = ({ findings }: Case): boolean => findings.some(isStaffNote);

const isStaffNote = ({ field }: Case['findings'][number]): boolean =>
  field !== undefined && staffHeaders.has(field);

/** What staff wrote and nobody understood, or sent back, whether the event is over or not; the latest events first. */
export const staffNoteLines = (cases: readonly Case[]): readonly (readonly Cell[])[] => {
  const noted = cases.filter(hasStaffNotes).toSorted((a, b) => (a.ticket < b.ticket ? 1 : -1));
  const lines = noted
    .slice(0, mostNotes)
    .map((subject): readonly Cell[] => [
      subject.ticket,
      subject.decided.disclosure?.publicTopic ?? '',
      institutionOf(subject),
      subject.decided.state?.is ?? '',
      subject.findings.filter(isStaffNote).map(findingLine).join(' '),
    ]);
  const more = noted.length - mostNotes;
  return more > 0
    ? [
        ...lines,
        [`dan ${number(more)} permohonan lainnya; baca Keterangan di tab ${requestTab.name}.`],
      ]
    : lines;
};

const mostNotes = 15;

/** Rows of Permohonan that hold no request, so that they are in no figure. */
export const strayRowProblems = (tab: string, rows: readonly number[]): readonly DeskProblem[] =>
  rows.map((row) => ({
    tab,
    row,
    text: `Baris ini tidak berisi jawaban permohonan, jadi tidak dilayani dan tidak dihitung. Lengkapi kolom formulir ${requestTab.name}, pindahkan isinya, atau hapus barisnya.`,
  }));

const mostRows = 20;

const rowsNamed = (rows: readonly number[]): string => {
  if (rows.length === 0) return 'tentang tab itu';
  const more = rows.length - mostRows;
  return `baris ${list([...rows.slice(0, mostRows).map(String), ...(more > 0 ? [`${number(more)} baris lagi`] : [])])}`;
};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
