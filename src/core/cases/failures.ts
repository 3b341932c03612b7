/** How errors of the program are told: beside the row, in Ringkasan, and never with what somebody typed. */
import { onceFor } from '../sheet/once-for.ts';
import { ticketOf } from './case-facts.ts';
import { partsOf } from './in-parts.ts';
import type { Finding } from './request.ts';
import type { Case, Failure } from './situation.ts';
import { firstOf, list, number } from './wording.ts';

/** The class of an error, which says enough to look for it and quotes nobody. */
export const codeOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : typeof error;

/** The row's cells are left as they stand. */
export const isHeld = ({ failures = [] }: Pick<Case, 'failures'>): boolean =>
  failures.some(({ kind }) => kind !== 'whole-rule');

/** The very list where none is. */
export const withoutHeld = (cases: readonly Case[]): readonly Case[] =>
  heldAmong(cases).length === 0 ? cases : cases.filter((subject) => !isHeld(subject));

export const heldAmong = (cases: readonly Case[]): readonly Case[] =>
  failingAmong(cases).filter(isHeld);

/** Looked for by parts: mostly there is none. */
const failingAmong = (cases: readonly Case[]): readonly Case[] =>
  partsOf(cases, ticketOf).flatMap(failingIn);

const failingIn = onceFor((part: readonly Case[]): readonly Case[] =>
  part.filter(({ failures = [] }) => failures.length > 0),
);

export const failureFinding = (failure: Failure): Finding => ({
  kind: 'defect',
  text:
    failure.kind === 'reading'
      ? `${columnsOf(failure.headers)} tidak dapat diolah layanan karena kesalahan program (${failure.code}). Sel lain di baris ini dibiarkan seperti semula. Tulis isian itu dengan cara lain, dan laporkan kepada pengelola layanan.`
      : `Baris ini tidak dapat diolah seluruhnya karena kesalahan program (${failure.rule}, ${failure.code}). Sel lain di baris ini dibiarkan seperti semula. Laporkan kepada pengelola layanan.`,
});

/** For Ringkasan: which requests, and which rules for all. */
export const failureNotices = (cases: readonly Case[]): readonly string[] => {
  const held = heldAmong(cases).map(ticketOf);
  const rules = new Map(
    failingAmong(cases).flatMap(({ failures = [] }) =>
      failures.flatMap((failure) =>
        failure.kind === 'whole-rule' ? [[failure.rule, failure.code] as const] : [],
      ),
    ),
  );
  return [
    ...(held.length === 0
      ? []
      : [
          `${number(held.length)} permohonan tidak dapat diolah karena kesalahan program; selnya dibiarkan seperti semula: ${named(held)}. Baca Keterangan di barisnya dan laporkan kepada pengelola layanan.`,
        ]),
    ...[...rules].map(
      ([rule, code]) =>
        `Aturan ${rule} gagal karena kesalahan program (${code}); yang sudah tertulis menurut aturan itu dibiarkan seperti semula di semua baris. Laporkan kepada pengelola layanan.`,
    ),
  ];
};

/** How many errors of the program there are, for the log. */
export const countFailures = (cases: readonly Case[]): number => failingAmong(cases).length;

const namedAtMost = 10;

const named = (tickets: readonly string[]): string =>
  list(firstOf([...tickets].sort(), namedAtMost, (more) => `${number(more)} lainnya`));

const columnsOf = (headers: readonly string[]): string =>
  headers.length === 0 ? 'Isian baris ini' : headers.join(', ');
