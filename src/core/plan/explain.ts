import { rowNameOf } from '../messages/shown/message-words.ts';
import { asRead, type Cell } from '../sheet/snapshot.ts';
import { counted } from './counted.ts';
import type { CellChange, Concern, Plan } from './plan.ts';
import { quoted, quotedCell } from './quoted-cell.ts';

/** A document that a pass would write, as far as people want to know. */
export interface DocumentLine {
  readonly name: string;
  readonly folder: readonly string[];
  readonly what: 'new' | 'renewed' | 'edition beside' | 'left';
  readonly because: string;
}

/**
 * A plan in words: for each request what would change, from what, into what, and why.
 *
 * The frame is English, for whoever runs the command; cells and reasons are quoted as staff will read them.
 */
export const explainPlan = (
  plan: Plan,
  documents: readonly DocumentLine[],
  /** The office's: moments are told in it. */
  timeZone: string,
): string => {
  const lines: string[] = [];
  const fresh = new Set(plan.rows.filter((row) => row.fresh).map(({ ticket }) => ticket));
  for (const [ticket, changes] of byTicket(plan.cells)) {
    const row = changes[0]?.row;
    lines.push(`${ticket}  row ${row}${fresh.has(ticket) ? '  new request' : ''}`);
    lines.push(...changes.map(changeLine));
  }
  if (plan.strays.length > 0) {
    lines.push(
      `Clear ${counted(plan.strays.length, 'cell')} of ours on rows that hold no request any more.`,
    );
  }
  if (plan.remarks.length > 0)
    lines.push(
      `Pesan, and remarks beside rows without a ticket: ${counted(plan.remarks.length, 'cell')} to rewrite.`,
    );
  if (plan.ledger.missing.length > 0)
    lines.push(`Gone from the sheet: ${plan.ledger.missing.join(', ')}`);
  if (plan.overview.length > 0)
    lines.push(`Ringkasan: ${counted(plan.overview.length, 'cell')} to rewrite.`);
  for (const { kind, to, ticket, notBefore, because } of plan.ledger.messages)
    lines.push(
      `Message (${kind}) to ${to.audience}${ticket === undefined ? '' : ` about ${ticket}`}, not before ${notBefore.toZonedDateTimeISO(timeZone).toString({ smallestUnit: 'minute', timeZoneName: 'never' })}`,
      `    because ${quoted(because)}`,
    );
  for (const { key, why } of plan.ledger.withdrawn)
    lines.push(`Message withdrawn: ${rowNameOf({ key })}`, `    because ${quoted(why)}`);
  for (const { name, folder, what, because } of documents) {
    lines.push(
      `Document (${what}): ${[...folder, name].join('/')}`,
      `    because ${quoted(because)}`,
    );
  }
  return lines.length === 0
    ? 'Nothing to do: the workbook and the documents are as they should be.'
    : lines.join('\n');
};

/** What needs a person, quoted as staff read it. */
export const explainConcerns = (concerns: readonly Concern[]): readonly string[] =>
  concerns.flatMap(({ tab, row, ticket, findings }) => {
    const where = [ticket, row === undefined ? tab : `row ${row} of ${tab}`].filter(
      (part) => part !== undefined,
    );
    return findings.map(({ field, text }) => {
      const column = field === undefined || text.startsWith(field) ? [] : [field];
      return `${[...where, ...column].join(', ')}: ${quoted(text)}`;
    });
  });

const changeLine = ({ field, header, was, becomes, because, repair }: CellChange): string => {
  const reason = because === '' ? '' : `\n        because ${quoted(because)}`;
  const shown = (cell: Cell): string => quotedCell(field, cell);
  return `    ${header}${repair ? ' (put back)' : ''}: ${shown(was)} → ${shown(asRead(becomes))}${reason}`;
};

const byTicket = (changes: readonly CellChange[]): ReadonlyMap<string, readonly CellChange[]> => {
  const groups = new Map<string, CellChange[]>();
  for (const change of changes)
    groups.set(change.ticket, [...(groups.get(change.ticket) ?? []), change]);
  return groups;
};
