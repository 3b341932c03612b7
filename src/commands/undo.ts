import { readConfig } from '../config.ts';
import { headerOf, type RequestField } from '../core/columns/request-tab.ts';
import { rowNameOf } from '../core/messages/shown/message-words.ts';
import { counted } from '../core/plan/counted.ts';
import { passWords } from '../core/plan/tell-life.ts';
import type { LeftCell, WhyNotUndone } from '../core/plan/undo-cells.ts';
import { openDesk } from '../service/open-desk.ts';
import { undoPass } from '../service/undo/undo-pass.ts';
import type { UndoReport } from '../service/undo/undo-report.ts';
import type { Answer, Circumstances } from './answer.ts';
import { fromHere } from './summary.ts';

/** Takes back what the last pass wrote, or the one that is named, where nobody changed it since. */
export const undo = async (
  { config: file, now, progress }: Circumstances,
  { pass, dryRun = false }: { readonly pass?: string; readonly dryRun?: boolean },
): Promise<Answer> => {
  const desk = await openDesk(readConfig(file), { now, toWrite: !dryRun, progress });
  try {
    const report = await undoPass(desk, { now, dryRun, ...(pass !== undefined && { pass }) });
    return {
      text: told(report, { dryRun, place: fromHere(desk.workbook.place), timeZone: desk.timeZone }),
      data: asJson(report, dryRun),
      exit: isWhole(report) ? 0 : 1,
    };
  } finally {
    await desk.close();
  }
};

const isWhole = ({ leftCells, remarks, leftRows, ...report }: UndoReport): boolean => {
  const { leftDocuments, said, isUnfinished } = report;
  const left = leftCells.length + remarks.left + leftRows.length + leftDocuments.length;
  return left + said.length === 0 && !isUnfinished;
};

const told = (
  report: UndoReport,
  {
    dryRun,
    place,
    timeZone,
  }: { readonly dryRun: boolean; readonly place: string; readonly timeZone: string },
): string => {
  const { of, cells, remarks, documents, withdrawn, moments } = report;
  return [
    `${dryRun ? 'Would be taken back' : 'Taken back'} of the pass of ${passWords(of.pass, timeZone)}${of.stage === 'ended' ? '' : ', which was cut off'}, in ${place}: ${counted(cells.length, 'cell')}, ${counted(documents.length, 'document')}, ${counted(withdrawn.length, 'message')} not sent yet${remarks.back === 0 ? '' : `, ${counted(remarks.back, 'remark')} beside rows without a number or in other tabs`}.`,
    ...section('Files that were taken away lie in', report.takenTo),
    ...section(
      `Times that ${dryRun ? 'would be' : 'were'} noted no more; the next pass notes them anew, at its own time where nobody typed one`,
      inOneLine(moments),
    ),
    ...section('Left as it is', [
      ...cellsLeft(report.leftCells),
      ...(report.remarks.left === 0
        ? []
        : [
            `${counted(report.remarks.left, 'remark')} beside rows without a number or in other tabs: changed since, or rows are filled alike`,
          ]),
      ...report.leftDocuments.map(({ key, why }) => `${key}: ${why}`),
    ]),
    ...section(
      'Rows that it added to Permohonan stay; those that are deleted by hand are not made again',
      report.leftRows.map(({ ticket, day }) => `${day}, a day of ${ticket}`),
    ),
    ...section(
      'Said already, and not to be unsaid; by the names that they have in Pesan',
      report.said.map(
        ({ key, state }) =>
          `${rowNameOf({ key })}${state.kind === 'unsure' ? ' (whether it arrived is not known)' : ''}`,
      ),
    ),
    ...section('These numbers stay given to their rows', inOneLine(report.given)),
    ...(report.isUnfinished
      ? ['', 'Not everything could be done now. Ask for it again: what is done is passed over.']
      : []),
    '',
    'Not counted: what it wrote to Ringkasan, Pesan and other lists. The next pass brings that up to date.',
    'The next pass decides anew. Set right first what was wrong, or it writes the same again.',
  ].join('\n');
};

/** However many: what is not taken back is told whole. */
const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  - ${line}`)];

const inOneLine = (tickets: readonly string[]): readonly string[] =>
  tickets.length === 0 ? [] : [tickets.join(', ')];

/** A request as a whole where nothing of it is taken back for one reason. */
const cellsLeft = (left: readonly LeftCell[]): readonly string[] => [
  ...new Set(
    left.map(({ cell: { ticket, field }, why }) =>
      ofWholeRow.has(why)
        ? `${ticket}: ${words[why]}`
        : `${ticket}, ${headerOf(field as RequestField)}: ${words[why]}`,
    ),
  ),
];

const ofWholeRow: ReadonlySet<WhyNotUndone> = new Set(['later pass', 'row gone']);

const words: Readonly<Record<WhyNotUndone, string>> = {
  'changed since': 'somebody changed it since',
  'row gone': 'its row is gone',
  'column gone': 'its column is gone',
  'later pass': 'a later pass wrote to it; take that one back first',
  'its document stays': 'the document behind it stays',
};

const asJson = (report: UndoReport, dryRun: boolean): object => ({
  pass: report.of.pass,
  wasCutOff: report.of.stage !== 'ended',
  dryRun,
  cells: report.cells.map(({ ticket, field, was, becomes }) => ({
    ticket,
    field,
    was: becomes,
    becomes: was,
  })),
  remarks: report.remarks.back,
  documents: report.documents,
  takenTo: report.takenTo,
  withdrawn: report.withdrawn,
  moments: report.moments,
  given: report.given,
  left: [
    ...report.leftCells.map(({ cell: { ticket, field }, why }) => ({ ticket, field, why })),
    ...report.leftRows,
    ...report.leftDocuments,
  ],
  remarksLeft: report.remarks.left,
  said: report.said.map(({ key }) => key),
  isUnfinished: report.isUnfinished,
});
