/** What other programs may import: a desk and its passes, the reading of one row, and the Word engine by itself. */

export type {
  DocumentStore,
  DocumentToSave,
  StoredDocument,
  Workbook,
} from './backends/backend.ts';
export { type Config, readConfig } from './config.ts';
export type {
  Answers,
  EquipmentWish,
  Finding,
  Official,
  Schedule,
  Session,
} from './core/cases/request.ts';
export {
  type RowCells,
  type RowOptions,
  type RowReading,
  readRow,
} from './core/reading/read-row.ts';
export type { CellEdit, Locate, Outcome } from './core/sheet/edits.ts';
export type { Cell, CellContent, WorkbookSnapshot } from './core/sheet/snapshot.ts';
export { checkAgainst, checkAgainstData } from './documents/word/checking/check-template.ts';
export { compileTemplate, type WordTemplate } from './documents/word/compile-template.ts';
export { type TemplateFault, TemplateFaultsError } from './documents/word/faults/faults.ts';
export { ServiceError } from './errors.ts';
export { type OpenDesk, openDesk } from './service/open-desk.ts';
export { type Look, look } from './service/pass/look.ts';
export type { PassOptions, PassParts } from './service/pass/pass-parts.ts';
export type { PassReport } from './service/pass/pass-report.ts';
export { runPass } from './service/pass.ts';
