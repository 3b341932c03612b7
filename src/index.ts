/**
 * What other programs may import: a desk and its passes, rules and documents of their own, the reading of one row, and
 * the Word engine by itself.
 */

export { Temporal } from 'temporal-polyfill';
export type {
  DocumentStore,
  DocumentToSave,
  FoundDocument,
  Inspection,
  KnownDocument,
  Repair,
  StoredDocument,
  Workbook,
} from './backends/backend.ts';
export { type Config, type ConfigFile, readConfig, type Settings } from './config.ts';
export type { AwaitedSignature } from './core/approval/awaited-signature.ts';
export type {
  Approval,
  Lack,
  SigningStep,
  TypedMarks,
  Waits,
} from './core/approval/settle-approval.ts';
export type {
  Competence,
  Complaint,
  ComplaintKind,
  Desk,
  DeskProblem,
  EquipmentItem,
  Holiday,
  ImprovementAction,
  Incident,
  IncidentKind,
  Leave,
  Licence,
  OfficeHours,
  Officer,
  OfficeSettings,
  PeriodicRow,
  Signatory,
  Signers,
  Survey,
  Team,
} from './core/cases/desk.ts';
export type {
  ConfirmedCell,
  DocumentRecord,
  HistoryLine,
  IntendedCell,
  LedgerChange,
  LedgerState,
  Moment,
  MomentKind,
  RowKey,
  SignAct,
  SignActs,
  SignStep,
  Ticket,
  TicketRecord,
} from './core/cases/ledger-state.ts';
export type { FiledPhoto, LeftPhoto, PhotosSeen } from './core/cases/photos.ts';
export type {
  Answers,
  Confirmation,
  EquipmentWish,
  Finding,
  NetworkState,
  Official,
  RecordingResult,
  Request,
  Schedule,
  Sensitivity,
  SentBack,
  ServiceKind,
  Session,
  Signature,
  SignOff,
  StaffFacts,
  Zone,
} from './core/cases/request.ts';
export type {
  Case,
  ClockReading,
  Decided,
  Disclosure,
  DoubleBooking,
  EquipmentAllocation,
  Failure,
  HandMade,
  Judgement,
  LicenceAllocation,
  OfficerAssignment,
  Quantity,
  ReportFacts,
  ReportPhotos,
  Rule,
  SettledState,
  Situation,
} from './core/cases/situation.ts';
export type { State } from './core/cases/state.ts';
export type {
  OurField,
  RequestField,
  ServiceField,
  SharedField,
} from './core/columns/request-tab.ts';
export type { Exposed } from './core/overview/exposed-documents.ts';
export type { Consent } from './core/plan/check-plan.ts';
export type { GuardLimits, Refusal } from './core/plan/guard.ts';
export type { LinkedKind } from './core/plan/linked-kind.ts';
export type { PeriodicPaper } from './core/plan/periodic-edits.ts';
export type { CellChange, Concern, Plan, PlannedRow } from './core/plan/plan.ts';
export type { Decision } from './core/plan/plan-pass.ts';
export {
  type RowCells,
  type RowOptions,
  type RowReading,
  readRow,
} from './core/reading/read-row.ts';
export type { Observation } from './core/rows/observe.ts';
export { rules } from './core/rules/index.ts';
export type { CellEdit, Locate, Location, Outcome } from './core/sheet/edits.ts';
export type { Cell, CellContent, TabSnapshot, WorkbookSnapshot } from './core/sheet/snapshot.ts';
export type { WrittenValue } from './core/sheet/three-way.ts';
export type {
  Attempt,
  DocumentKind,
  EventDocumentKind,
  PeriodDocumentKind,
  PriorEdition,
  Signing,
  WantedDocument,
} from './documents/document-kind.ts';
export { documentKinds } from './documents/document-kinds.ts';
export { checkAgainst, checkAgainstData } from './documents/word/checking/check-template.ts';
export { compileTemplate, type WordTemplate } from './documents/word/compile-template.ts';
export { type TemplateFault, TemplateFaultsError } from './documents/word/faults/faults.ts';
export { ServiceError } from './errors.ts';
export type { HistoryEntry, HistoryFilter, Ledger } from './ledger/ledger.ts';
export {
  type CalendarEvent,
  type CalendarMethod,
  type CalendarPerson,
  calendarFile,
} from './messages/calendar-file.ts';
export {
  type ComposedMail,
  composeMail,
  type Mail,
} from './messages/compose-mail.ts';
export { waLink } from './messages/wa-link.ts';
export type { Envelope } from './messages/way-out.ts';
export { type OpenDesk, openDesk } from './service/open-desk.ts';
export { type Look, look, type Misread, type Seen } from './service/pass/look.ts';
export type { PassOptions, PassParts } from './service/pass/pass-parts.ts';
export type { PassReport } from './service/pass/pass-report.ts';
export { runPass } from './service/pass.ts';
export type { PhotoQuestion, PhotoShelf, PhotosTaken } from './service/photo-shelf.ts';
export type { DocumentOutcome } from './service/save-documents.ts';
export type { SettledDocument } from './service/sign-documents.ts';
export type { Fingerprint, TemplateShelf, Templates } from './service/template-shelf.ts';
