/**
 * One pass: finish what was cut off, look, check, promise, documents, write, confirm. Each step is a file of `pass/`.
 *
 * A pass never reacts to "what just happened"; it compares what is with what should be. Whatever a crash, a full
 * disk or an open file left undone, the next pass finds and does.
 */
import { isOtherDesk } from '../core/plan/other-desk.ts';
import type { Outcome } from '../core/sheet/edits.ts';
import { ServiceError } from '../errors.ts';
import { confirm } from './pass/confirm.ts';
import { noteCutOff } from './pass/cut-off-passes.ts';
import { type UndoNotes, undoNotes } from './pass/keep-undo.ts';
import { notePass } from './pass/latest-pass.ts';
import { noteListed } from './pass/listed-messages.ts';
import { type Look, lookBeside, planned, type Seen } from './pass/look.ts';
import { type MadeDocuments, makeDocuments } from './pass/make-documents.ts';
import { makeSeries } from './pass/make-series.ts';
import { noteEnd, noteUnwritten } from './pass/note-end.ts';
import { rememberOverviewLinks } from './pass/overview-links.ts';
import type { PassOptions, PassParts } from './pass/pass-parts.ts';
import { type PassReport, reportOf } from './pass/pass-report.ts';
import { rememberLinks } from './pass/periodic-links.ts';
import { promise } from './pass/promise.ts';
import { finishCutOff } from './pass/repairs.ts';
import { quietAfter, reportOfRest, restOrAnswer } from './pass/rest.ts';
import { endTroubles, tellOfFailure, tellOfRefusal } from './pass/troubles.ts';
import { isNothingWritten, writePlan } from './pass/write-plan.ts';

/**
 * Looks, decides, and makes it so. What is refused when it is looked at writes nothing at all; only whoever runs the service is
 * promised to hear of it.
 */
export const runPass = async (parts: PassParts, options: PassOptions): Promise<PassReport> => {
  try {
    const report = await onePass(parts, options);
    const { refusals } = report.look;
    if (isOtherDesk(refusals)) return report;
    if (refusals.length > 0) await tellOfRefusal(parts, refusals, options.now);
    else await endTroubles(parts.ledger);
    return report;
  } catch (error) {
    await tellOfFailure(parts, error, options.now);
    throw error;
  }
};

const onePass = async (parts: PassParts, options: PassOptions): Promise<PassReport> => {
  const revision = await parts.ledger.revision();
  const rest = await restOrAnswer(parts, options, revision);
  if (rest.kind === 'rests') return reportOfRest(rest, options.now);
  const known = await parts.ledger.state();
  await noteCutOff(parts.ledger, options.now);
  if (rest.asked === undefined) await finishCutOff(parts, known, options.now);
  const seen = await lookBeside(known, parts, options, rest.asked);
  if (mayBeCarriedOut(seen)) await notePass(parts.ledger, seen.now);
  const report = await carriedOut(parts, options, seen);
  const quiet = await quietAfter(parts, { seen, report, revision, options });
  return quiet ? { ...report, quiet } : report;
};

const carriedOut = async (
  parts: PassParts,
  options: PassOptions,
  seen: Look,
): Promise<PassReport> => {
  if (!mayBeCarriedOut(seen)) return reportOf(seen);

  const notes = undoNotes(parts);
  await notes.begin(seen);
  await promise(parts, seen);
  const made = await makeDocuments(parts, seen, { ...options, beginning: notes.step });
  if (options.only) {
    await notes.end(seen, { made });
    return noteEnd(parts, reportOf(seen, made));
  }

  // Links and what is said of the documents come in only now; it is this plan that is written, so it is checked too.
  const final = planned(seen, made.now, { parts, options });
  if (final.refusals.length > 0) {
    await notes.end(seen, { made });
    return noteEnd(parts, reportOf(final, made));
  }
  const outcomes = await writtenOrKept(parts, final, { made, notes });
  await confirm(parts, final, outcomes);
  const added = await makeSeries(parts, final);
  await noteListed(parts, final, outcomes);
  await rememberOverviewLinks(parts, final, outcomes);
  await rememberLinks(parts, final, { records: made.now.records, outcomes });
  await notes.end(final, { made, outcomes, added });
  return noteEnd(parts, reportOf(final, made, { outcomes, added: added.length }));
};

const mayBeCarriedOut = (seen: Look): seen is Seen =>
  seen.kind === 'seen' && seen.refusals.length === 0;

/**
 * Where somebody has the workbook open, the documents are made all the same: they can be taken back, too. Passes that then
 * meet the same again do nothing more, and note nothing.
 */
const writtenOrKept = async (
  parts: PassParts,
  final: Seen,
  { made, notes }: { readonly made: MadeDocuments; readonly notes: UndoNotes },
): Promise<readonly Outcome[]> => {
  await notes.writing(final);
  try {
    return await writePlan(parts, final, made.ledgerState);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const mayBeWritten = !isNothingWritten(error);
    if (await notes.endUnsure(final, { made, mayBeWritten }))
      await noteUnwritten(parts, final, made);
    throw error;
  }
};
