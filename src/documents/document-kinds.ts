/** The one list of the office's documents; a new kind is one object and its place here. */
import type { DocumentKind } from './document-kind.ts';
import { activityReport } from './kinds/activity-report.ts';
import { auditFile } from './kinds/audit-file.ts';
import { daySheet } from './kinds/day-sheet.ts';
import { dutyLetter } from './kinds/duty-letter.ts';
import { monthlyRecap } from './kinds/monthly-recap.ts';
import { officerActivities } from './kinds/officer-activities.ts';
import { shortageNotice } from './kinds/shortage-notice.ts';
import { yearlyEvaluation } from './kinds/yearly-evaluation.ts';
import { yearlyNeeds } from './kinds/yearly-needs.ts';

export const documentKinds: readonly DocumentKind[] = [
  activityReport,
  dutyLetter,
  shortageNotice,
  monthlyRecap,
  yearlyEvaluation,
  daySheet,
  officerActivities,
  auditFile,
  yearlyNeeds,
];
