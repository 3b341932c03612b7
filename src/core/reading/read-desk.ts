import type { Desk, DeskProblem } from '../cases/desk.ts';
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';
import { readAfterEvents } from './registers/after-events.ts';
import { readComplaints } from './registers/complaints.ts';
import { readEquipmentItems } from './registers/equipment.ts';
import { readHandOuts } from './registers/hand-outs.ts';
import { readHolidays } from './registers/holidays.ts';
import { readImprovementActions } from './registers/improvement-actions.ts';
import { readIncidents } from './registers/incidents.ts';
import { readLegalBasis } from './registers/legal-basis.ts';
import { readLicences } from './registers/licences.ts';
import { readOfficers } from './registers/officers.ts';
import { readPeriodicRows } from './registers/periodic-documents.ts';
import { readSettings } from './registers/settings.ts';
import { askAboutStrayTicks } from './registers/stray-ticks.ts';
import { readSurveys } from './registers/surveys.ts';

/**
 * The registers of the desk, read from all tabs but Permohonan.
 *
 * Never throws: a missing tab or header and every row that cannot be used is a problem in the staff's words,
 * and whatever can be read is.
 */
export const readDesk = (
  snapshot: WorkbookSnapshot,
  { timeZone }: { readonly timeZone: string },
): Desk => {
  const problems: DeskProblem[] = [];
  askAboutStrayTicks(snapshot, problems);
  const equipment = readEquipmentItems(snapshot, problems);
  return {
    officers: readOfficers(snapshot, problems),
    equipment,
    handOuts: readHandOuts(snapshot, { timeZone, equipment, problems }),
    licences: readLicences(snapshot, problems),
    incidents: readIncidents(snapshot, timeZone, problems),
    complaints: readComplaints(snapshot, timeZone, problems),
    surveys: readSurveys(snapshot, timeZone, problems),
    afterEvents: readAfterEvents(snapshot, timeZone, problems),
    actions: readImprovementActions(snapshot, problems),
    holidays: readHolidays(snapshot, problems),
    legalBasis: readLegalBasis(snapshot, problems),
    periodic: readPeriodicRows(snapshot, problems),
    settings: readSettings(snapshot, problems),
    problems,
  };
};
