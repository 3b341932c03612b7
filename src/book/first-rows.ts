/** What a new book says from the start: the facilities of clause D, the holidays, the legal basis, the settings. */
import { Temporal } from 'temporal-polyfill';
import { facilityNames } from '../core/columns/choices.ts';
import type { equipmentTab } from '../core/columns/equipment-tab.ts';
import type { holidayTab } from '../core/columns/holiday-tab.ts';
import type { legalTab } from '../core/columns/legal-tab.ts';
import { settingRows } from '../core/reading/registers/office-settings.ts';
import type { FieldOf, Tab } from '../core/sheet/column.ts';
import { dayToSerial } from '../core/sheet/serial.ts';
import type { Cell } from '../core/sheet/snapshot.ts';
import { holidays } from './holidays.ts';
import { legalBasis } from './legal-basis.ts';

type Rows<T extends Tab> = readonly Readonly<Partial<Record<FieldOf<T>, Cell>>>[];

/** The eleven of clause D; the office counts them. */
const facilities: Rows<typeof equipmentTab> = facilityNames.map((name) => ({
  name,
  kind: name,
}));

const holidayRows: Rows<typeof holidayTab> = holidays.map(([day, kind, name]) => ({
  day: dayToSerial(Temporal.PlainDate.from(day)),
  kind,
  name,
}));

const legalRows: Rows<typeof legalTab> = legalBasis.map((text, i) => ({
  number: i + 1,
  text,
}));

/** By the name of their tab. */
export const firstRows = {
  Peralatan: facilities,
  'Hari Libur': holidayRows,
  'Dasar Hukum': legalRows,
  Pengaturan: settingRows,
};
