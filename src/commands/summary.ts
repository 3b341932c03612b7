import { relative } from 'node:path';
import { counted } from '../core/plan/counted.ts';
import { explainConcerns } from '../core/plan/explain.ts';
import { quoted } from '../core/plan/quoted-cell.ts';
import type { PassReport } from '../service/pass/pass-report.ts';
import { nothingPosted, type PostReport } from '../service/post/post-parts.ts';
import { isUnsaved } from '../service/save-documents.ts';

/** How many lines of each kind a summary shows before it says how many more there are. */
const shownLines = 12;

/** What a pass did, what waits for whom, and where to look: for whoever ran the command. */
export const summarise = (
  report: PassReport,
  {
    workbook,
    documents,
    post = nothingPosted,
  }: { readonly workbook: string; readonly documents: string; readonly post?: PostReport },
): string => {
  const { look, requests, cells } = report;
  const unsaved = report.documents.filter(isUnsaved);
  const saved = report.documents.filter(
    (outcome) => outcome.kind !== 'found again' && !isUnsaved(outcome),
  );
  if (look.refusals.length > 0) {
    return [
      report.documents.length === 0
        ? 'Nothing was written. The pass was refused:'
        : `No cell was written; ${counted(saved.length, 'document')} saved before the pass was refused:`,
      ...look.refusals.map(({ text }) => `  ! ${text}`),
    ].join('\n');
  }
  const fresh = look.plan.rows.filter((row) => row.fresh).length;
  const done = report.idle
    ? ['Nothing to do: the workbook and the documents are as they should be.']
    : [
        `${counted(requests, 'request')}, ${fresh} new; ${counted(cells.written, 'cell')} written, ${counted(saved.length, 'document')} saved.`,
        ...(report.added > 0
          ? [
              `${counted(report.added, 'row')} added to Permohonan for days of events that come again.`,
            ]
          : []),
        ...(cells.overtaken > 0
          ? [
              `${counted(cells.overtaken, 'cell')} left for the next pass, because somebody changed it meanwhile.`,
            ]
          : []),
        ...(cells.failed > 0
          ? [
              `${counted(cells.failed, 'cell')} not written (merged or too long); see the rows below.`,
            ]
          : []),
      ];
  return [
    ...done,
    ...postLines(post),
    ...section(
      'Documents that could not be saved now',
      unsaved.map(({ name, because }) => `${name}: ${quoted(because)}`),
    ),
    ...section(
      'Anybody with the link can open these; end that with Share in Drive',
      report.exposed.map(({ name, url }) => `${name}: ${url}`),
    ),
    ...section('The service itself', [
      ...look.notices.map(quoted),
      ...(report.trouble
        ? [`The documents could not be looked over. ${report.trouble.message}`]
        : []),
      ...(report.folderTrouble
        ? [`Folders for photos could not be made. ${report.folderTrouble.message}`]
        : []),
    ]),
    ...section('Waiting for a person', explainConcerns(urgentConcerns(look))),
    '',
    `Workbook   ${fromHere(workbook)}`,
    `Documents  ${fromHere(documents)}`,
  ].join('\n');
};

/** What became of the messages that were due; nothing where none was. */
export const postLines = ({ stopped, ...counts }: PostReport): readonly string[] => {
  const told = (Object.keys(postWords) as (keyof typeof postWords)[]).flatMap((key) =>
    counts[key] === 0 ? [] : [`${counts[key]} ${postWords[key]}`],
  );
  return [
    ...(told.length === 0 ? [] : [`Messages: ${told.join(', ')}.`]),
    ...(stopped === undefined ? [] : [stopped]),
  ];
};

const postWords = {
  sent: 'handed over',
  unsure: 'handed over without an answer',
  failed: 'failed',
  postponed: 'to be tried again',
  withdrawn: 'withdrawn',
  held: 'waiting for their hour',
} as const satisfies Record<Exclude<keyof PostReport, 'stopped'>, string>;

/** Whether somebody has to act before people hear what is due. */
export const postNeedsPerson = ({ failed, unsure, stopped }: PostReport): boolean =>
  failed > 0 || unsure > 0 || stopped !== undefined;

/** The same for programs. Findings are quoted in the staff's language. */
export const reportAsJson = ({
  look,
  requests,
  cells,
  added,
  documents,
  exposed,
  trouble,
  folderTrouble,
  idle,
}: PassReport): object => ({
  at: look.now.toString(),
  idle,
  requests,
  newTickets: look.plan.rows.filter(({ fresh }) => fresh).map(({ ticket }) => ticket),
  cells,
  ...(added > 0 && { addedRows: added }),
  documents,
  exposed,
  ...(trouble && { trouble: trouble.message }),
  ...(folderTrouble && { folderTrouble: folderTrouble.message }),
  refusals: look.refusals,
  notices: look.notices,
  concerns: look.plan.concerns,
});

/**
 * Whether somebody has to act before the service can do its whole work: a refused plan, rows that cannot be read or
 * told apart, a document that could not be saved or looked over, a folder that could not be made. Warnings do not count.
 */
export const needsPerson = (
  look: PassReport['look'],
  {
    documents,
    trouble,
    folderTrouble,
  }: Pick<PassReport, 'documents' | 'trouble' | 'folderTrouble'> = { documents: [] },
): boolean =>
  look.refusals.length > 0 ||
  look.notices.length > 0 ||
  urgentConcerns(look).length > 0 ||
  documents.some(isUnsaved) ||
  trouble !== undefined ||
  folderTrouble !== undefined;

const urgentConcerns = ({ plan }: PassReport['look']): PassReport['look']['plan']['concerns'] =>
  plan.concerns
    .map((concern) => ({
      ...concern,
      findings: concern.findings.filter(({ kind }) => kind !== 'warning'),
    }))
    .filter(({ findings }) => findings.length > 0);

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '',
        `${title}:`,
        ...lines.slice(0, shownLines).map((line) => `  - ${line}`),
        ...(lines.length > shownLines
          ? [`  … and ${lines.length - shownLines} more; every one stands in the workbook.`]
          : []),
      ];

export const fromHere = (path: string): string => {
  if (URL.canParse(path)) return path;
  const short = relative(process.cwd(), path);
  return short.startsWith('..') || short === '' ? path : short;
};
