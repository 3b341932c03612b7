/** The papers of a workbook in memory: the same reading, rules, views and shipped templates as a pass over a desk. */
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { recognise } from '../../src/core/rows/recognise.ts';
import { decide } from '../../src/core/rules/decide.ts';
import { rules } from '../../src/core/rules/index.ts';
import type { Cell, TabSnapshot } from '../../src/core/sheet/snapshot.ts';
import { documentKinds } from '../../src/documents/document-kinds.ts';
import { wantedDocuments } from '../../src/documents/wanted-documents.ts';
import { compileTemplate, type WordTemplate } from '../../src/documents/word/compile-template.ts';
import { timeZone } from './builders.ts';
import { partNamesOf, textOf } from './docx.ts';
import { emptyLedger } from './pure-pass.ts';

/** Cells by header. */
export type HeadedRow = Readonly<Record<string, Cell>>;

/** Rows by tab; Permohonan among them. */
export type Book = Readonly<Record<string, readonly HeadedRow[]>>;

/** @returns the words of the paper with that key as a reader sees them; nothing where there should be none. */
export const printedPaper = (book: Book, key: string, now: string): string | undefined => {
  const bytes = paperFile(book, key, now);
  return bytes === undefined ? undefined : wordsOf(bytes);
};

/** The file itself. */
export const paperFile = (book: Book, key: string, now: string): Uint8Array | undefined => {
  const { observation, situation } = recognise(
    { tabs: Object.entries(book).map(asTab) },
    { ledger: emptyLedger, now: Temporal.Instant.from(now), timeZone, rules },
  );
  const cases = decide(observation.cases, situation);
  const kinds = documentKinds.filter((kind) => key.startsWith(`${kind.key}/`));
  const [wanted] = wantedDocuments(cases, situation, { kinds }).filter((one) => one.key === key);
  return wanted === undefined ? undefined : templateOf(wanted.kind).render(wanted.view);
};

/** Header included, a space for each line's end and for each space that does not break. */
export const wordsOf = (bytes: Uint8Array): string =>
  partNamesOf(bytes)
    .filter((part) => /^word\/(document|header\d*)\.xml$/.test(part))
    .map((part) => textOf(bytes, part))
    .join(' ')
    .replaceAll(/\s+/g, ' ');

const asTab = ([name, rows]: readonly [string, readonly HeadedRow[]]): TabSnapshot => {
  const headers =
    name === requestTab.name
      ? requestTab.columns.map(({ header }) => header)
      : [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name,
    rows: [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))],
  };
};

const compiled = new Map<string, WordTemplate>();

const templateOf = (key: string): WordTemplate => {
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const { template } = documentKinds.find((kind) => kind.key === key) ?? { template: '' };
  const made = compileTemplate(
    readFileSync(new URL(`../../templates/${template}`, import.meta.url)),
  );
  compiled.set(key, made);
  return made;
};
