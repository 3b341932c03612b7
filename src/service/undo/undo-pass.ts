/**
 * Takes back what a pass wrote, where nobody changed it since: cells, then documents, then what the ledger noted.
 *
 * Each part is known to the ledger as soon as it is done, and what is as before already is passed over, so that an undo
 * that was cut off can be asked for again.
 */

import type { Temporal } from 'temporal-polyfill';
import { noChange } from '../../core/cases/ledger-state.ts';
import type { TakenBack, WrittenCell } from '../../core/cases/pass-record.ts';
import { counted } from '../../core/plan/counted.ts';
import { memoryToRestore, placeOf } from '../../core/plan/undo-cells.ts';
import {
  undoneCell,
  undoneDocument,
  undoneMessage,
  undoneMoments,
  undoneWhole,
} from '../../core/plan/undo-lines.ts';
import { locateRows } from '../../core/rows/locate-rows.ts';
import { asRead } from '../../core/sheet/snapshot.ts';
import { noteCutOff } from '../pass/cut-off-passes.ts';
import { lookBeside } from '../pass/look.ts';
import type { PassParts } from '../pass/pass-parts.ts';
import { finishCutOff, notingRepairs } from '../pass/repairs.ts';
import { choosePass } from './choose-pass.ts';
import { NothingToUndoError } from './errors.ts';
import { type UndoneDocument, undoDocument } from './undo-documents.ts';
import { backAlready, foreseen, remarksBackAlready, type UndoReport } from './undo-report.ts';
import { judge, type UndoTask } from './undo-task.ts';

export interface UndoOptions {
  readonly now: Temporal.Instant;
  /** As the history names it; the last that wrote anything unless given. */
  readonly pass?: string;
  /** Says what would be taken back, and changes nothing. */
  readonly dryRun?: boolean;
}

export const undoPass = async (parts: PassParts, options: UndoOptions): Promise<UndoReport> => {
  const { now, pass, dryRun = false } = options;
  const { ledger } = parts;
  if (!dryRun) await noteCutOff(ledger, now);
  const of = await choosePass(parts, pass);
  const known = await ledger.state();
  if (!dryRun) await finishCutOff(parts, known, now);
  const seen = await lookBeside(known, parts, { now });
  if (seen.kind === 'misread') {
    throw new NothingToUndoError({
      what: seen.refusals.map(({ text }) => text).join(' '),
      todo: 'Nothing was taken back. Set that right, then ask for the undo again.',
    });
  }
  const task = await judge(parts, of, seen);
  return dryRun ? foreseen(task) : carryOut(parts, task, now);
};

const carryOut = async (
  parts: PassParts,
  task: UndoTask,
  now: Temporal.Instant,
): Promise<UndoReport> => {
  const { of } = task;
  const due = foreseen(task);
  const written = await writeBack(parts, task, now);
  const at = { of, now, isWhole: false };
  await parts.ledger.undo.takeBack(
    {
      ...nothing,
      memory: memoryOf(task, {
        taken: [...written.back, ...task.cells.done],
        failed: written.failed,
      }),
    },
    { ...at, history: written.back.map((cell) => undoneCell(cell, of.pass)) },
  );
  const documents = await undoDocuments(parts, task, now);
  const failed = documents.filter(({ why }) => why !== undefined);
  const report: UndoReport = {
    ...due,
    cells: [...written.back, ...backAlready(task)],
    remarks: written.remarks,
    documents: documents.flatMap(({ key, why }) => (why === undefined ? [key] : [])),
    takenTo: documents.flatMap(({ takenTo }) => takenTo),
    leftCells: [
      ...due.leftCells,
      ...written.failed.map((cell) => ({ cell, why: 'changed since' }) as const),
    ],
    leftDocuments: [...due.leftDocuments, ...failed.map(({ key, why = '' }) => ({ key, why }))],
    isUnfinished: documents.some(({ isUnfinished }) => isUnfinished),
  };
  await parts.ledger.undo.takeBack(
    {
      ...nothing,
      tickets: report.moments,
      messages: report.withdrawn.map((key) => ({ key, why: whyWithdrawn })),
    },
    {
      ...at,
      isWhole: !report.isUnfinished,
      history: [
        ...report.moments.map((ticket) => undoneMoments(ticket, of.pass)),
        ...report.withdrawn.map((key) => undoneMessage(key, whyWithdrawn)),
        undoneWhole({ ...report, pass: of.pass }),
      ],
    },
  );
  return report;
};

const nothing: TakenBack = { memory: [], documents: [], tickets: [], messages: [] };

/** As staff read it in Pesan. */
const whyWithdrawn = 'pemeriksaan yang merencanakannya dibatalkan';

interface WrittenBack {
  readonly back: readonly WrittenCell[];
  /** Somebody changed them just now. */
  readonly failed: readonly WrittenCell[];
  readonly remarks: UndoReport['remarks'];
}

/** What is meant to be written is in the ledger before, as in a pass. */
const writeBack = async (
  parts: PassParts,
  task: UndoTask,
  now: Temporal.Instant,
): Promise<WrittenBack> => {
  const {
    seen: { ledgerState },
    cells: { back },
    remarks,
  } = task;
  const already = remarksBackAlready(task);
  if (back.length + remarks.back.length === 0)
    return { back: [], failed: [], remarks: { back: already, left: remarks.left } };
  const intended = back.map(({ cell: { ticket, field }, edit }) => ({
    ticket,
    field,
    value: asRead(edit.becomes),
  }));
  await parts.ledger.commit({ ...noChange, intended }, now, now.toString());
  const edits = [...back.map(({ edit }) => edit), ...remarks.back];
  parts.progress(`Writing ${counted(edits.length, 'cell')}`);
  const outcomes = await notingRepairs(parts, now, (repaired) =>
    parts.workbook.write(edits, locateRows(ledgerState, ledgerState), repaired),
  );
  const cellsThat = (isWritten: boolean): readonly WrittenCell[] =>
    back.flatMap(({ cell }, index) =>
      (outcomes[index] === 'written') === isWritten ? [cell] : [],
    );
  const isBack = outcomes.slice(back.length).filter((outcome) => outcome === 'written').length;
  return {
    back: cellsThat(true),
    failed: cellsThat(false),
    remarks: {
      back: already + isBack,
      left: remarks.left + remarks.back.length - isBack,
    },
  };
};

/** Of what could not be written, the ledger knows what it knew. */
const memoryOf = (
  { of, cells: { left }, seen: { ledgerState } }: UndoTask,
  {
    taken,
    failed,
  }: { readonly taken: readonly WrittenCell[]; readonly failed: readonly WrittenCell[] },
): TakenBack['memory'] => {
  const back = new Set(taken.map(placeOf));
  const standing = new Set(
    left.flatMap(({ cell, why }) =>
      why === 'later pass' || why === 'row gone' ? [cell.ticket] : [],
    ),
  );
  return [
    ...memoryToRestore(of, (cell) => back.has(placeOf(cell))).filter(
      ({ ticket }) => !standing.has(ticket),
    ),
    ...failed.map(({ ticket, field }) => {
      const value = ledgerState.written.get(ticket)?.get(field);
      return { ticket, field, ...(value && { value }) };
    }),
  ];
};

const undoDocuments = async (
  parts: PassParts,
  { of, seen: { ledgerState }, documents }: UndoTask,
  now: Temporal.Instant,
): Promise<readonly UndoneDocument[]> => {
  const undone: UndoneDocument[] = [];
  for (const document of documents) {
    if (document.why !== undefined) continue;
    parts.progress(`Taking back ${document.key}`);
    const outcome = await undoDocument(parts, document, { known: ledgerState, record: of });
    await parts.ledger.undo.takeBack(
      { ...nothing, documents: outcome.restored ? [outcome.restored] : [] },
      {
        of,
        now,
        isWhole: false,
        history: document.steps.length === 0 ? [] : [undoneDocument(outcome, of.pass)],
      },
    );
    undone.push(outcome);
  }
  return undone;
};
