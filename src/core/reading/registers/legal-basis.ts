import { legalTab } from '../../columns.ts';
import type { WorkbookSnapshot } from '../../snapshot.ts';
import { type Problems, registerRows } from './register-rows.ts';

/** The tab Dasar Hukum, in the order of its rows: staff number and sort them as they want them printed. */
export const readLegalBasis = (snapshot: WorkbookSnapshot, problems: Problems): readonly string[] =>
  registerRows(snapshot, legalTab, problems).flatMap((row) => row.text('text') ?? []);
