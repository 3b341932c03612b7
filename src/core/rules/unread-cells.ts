/** Cells of the staff in which something stands that nobody understood, so that the report would be silent about it. */
import type { StaffFacts } from '../cases/request.ts';
import type { Case } from '../cases/situation.ts';
import { headerOf, notedFields, requestTab } from '../columns/request-tab.ts';

type NotedField = (typeof notedFields)[number];

/** Whether a value came of the cell: said about it and none there, it was not understood. */
const isUnderstood: Readonly<Record<NotedField, (staff: StaffFacts) => boolean>> = {
  networkOfficers: () => false,
  shortageMet: ({ shortageMet }) => shortageMet,
  coordination: ({ coordination }) => coordination !== undefined,
  // Of the days before the event: no document prints them.
  waitingForRequester: () => true,
  meetingId: () => true,
  meetingLink: () => true,
  network: ({ network }) => network !== undefined,
  allChecked: () => false,
  placeChecked: ({ placeChecked }) => placeChecked,
  equipmentOnSite: ({ equipmentOnSite }) => equipmentOnSite,
  systemTested: ({ systemTested }) => systemTested,
  participantsConfigured: ({ participantsConfigured }) => participantsConfigured,
  platformSet: ({ platformSet }) => platformSet,
  contentReady: ({ contentReady }) => contentReady,
  confirmed: ({ confirmed }) => confirmed.kind !== 'none',
  actualStart: ({ actualStart }) => actualStart !== undefined,
  actualEnd: ({ actualEnd }) => actualEnd !== undefined,
  attended: ({ attended }) => attended !== undefined,
  actualLeader: ({ actualLeader }) => actualLeader !== undefined,
  incidents: ({ incidents }) => incidents !== undefined,
  recordingResult: ({ recordingResult }) => recordingResult.kind !== 'unknown',
  // Of the days of other rows: no report prints them.
  repeat: () => true,
  reason: ({ reason }) => reason !== undefined,
  // Signatures are asked about by themselves; they are no facts of the report.
  checkedBy: () => true,
  approvedBy: () => true,
  signedReport: () => true,
  dutyLetterNumber: () => true,
  importSource: () => true,
  importCheck: () => true,
};

const inOrder = requestTab.columns.flatMap(({ field }) =>
  notedFields.filter((noted) => noted === field),
);

/** Headers, in the order of the columns; a state or equipment chosen by hand that nobody understood among them. */
export const unreadHeaders = ({ request, findings, handMade }: Case): readonly string[] => {
  const spoken = new Set(findings.flatMap(({ field }) => (field === undefined ? [] : [field])));
  const noted = new Set(
    request.findings.flatMap(({ field }) => (field === undefined ? [] : [field])),
  );
  return [
    ...(spoken.has(headerOf('state')) && handMade.state === undefined ? [headerOf('state')] : []),
    ...inOrder
      .filter((field) => noted.has(headerOf(field)) && !isUnderstood[field](request.staff))
      .map(headerOf),
  ];
};
