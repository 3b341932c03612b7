/** Whether a workbook has the tabs and headers of a desk, wherever it lies. */

import { type ColumnsToBring, columnsToBring, quotedHeaders } from '../../book/columns-to-bring.ts';
import { equipmentTab } from '../../core/columns/equipment-tab.ts';
import { licenceTab } from '../../core/columns/licence-tab.ts';
import { holdsOnlyAnswers } from '../../core/columns/linked-tabs.ts';
import { officerTab } from '../../core/columns/officer-tab.ts';
import { requestTab } from '../../core/columns/request-tab.ts';
import { tabs } from '../../core/columns/tabs.ts';
import { readEquipmentItems } from '../../core/reading/registers/equipment.ts';
import { uncountedNames } from '../../core/reading/registers/uncounted-equipment.ts';
import { type Column, isIndispensable, isOurs, type Tab } from '../../core/sheet/column.ts';
import { findTab, locateColumns } from '../../core/sheet/locate-columns.ts';
import type { WorkbookSnapshot } from '../../core/sheet/snapshot.ts';
import { type Diagnosis, right, warned, wrong } from './check.ts';

/**
 * Wrong where a pass would be refused.
 *
 * @param orElse What people may do where they cannot give tabs and headers their names back.
 */
export const judgeBook = (snapshot: WorkbookSnapshot, orElse: string): Diagnosis => {
  const faults = tabs.flatMap((spec) => faultsOf(snapshot, spec));
  if (faults.length === 0) return right();
  const isGrave = faults.some(({ isSmall }) => !isSmall);
  const what = `${faults.map(({ words }) => words).join('; ')}.`;
  const brought = bringing(snapshot);
  const held = brought.flatMap(({ heldBack }) => heldBack.filter(isIndispensable));
  const isHeld = (column: Column): boolean => held.includes(column);
  const comesWithSetup = faults.every(({ isToCome }) => isToCome);
  if (comesWithSetup) {
    return wrong(
      what,
      'They come with "npx layanan-vicon setup --dir FOLDER", with the folder of the settings.',
    );
  }
  const onlyHeld = faults.every(({ columns }) => columns.length > 0 && columns.every(isHeld));
  const todo = [
    ...(onlyHeld
      ? []
      : [`Give tabs and headers their names back (capitals and spaces do not matter), ${orElse}.`]),
    ...(held.length === 0
      ? []
      : [
          `${quotedHeaders(held)} may have been renamed: give it its name back; an empty column would say something else of every row.`,
        ]),
    ...(faults.some(({ columns, isSmall }) => isSmall && columns.length === 0) ||
    brought.some(({ added }) => added.some((each) => isOurs(each) || isIndispensable(each)))
      ? [
          'Tabs and columns that never stood there come with "npx layanan-vicon setup --dir FOLDER", with the folder of the settings.',
        ]
      : []),
  ].join(' ');
  return isGrave ? wrong(what, todo) : warned(what, todo);
};

/** What `setup` would do about the columns of the tabs that are there. */
const bringing = (snapshot: WorkbookSnapshot): readonly ColumnsToBring[] =>
  tabs.flatMap((spec: Tab) => {
    const tab = findTab(snapshot, spec);
    return tab === undefined ? [] : [columnsToBring(tab, spec)];
  });

interface Fault {
  readonly words: string;
  /** None where the whole tab is not there. */
  readonly columns: readonly Column[];
  /** What the service would write there is missed, but nothing goes wrong. */
  readonly isSmall: boolean;
  /** Nothing was renamed: setup has not been there yet. */
  readonly isToCome?: true;
}

const faultsOf = (snapshot: WorkbookSnapshot, spec: Tab): readonly Fault[] => {
  const tab = findTab(snapshot, spec);
  if (tab === undefined)
    return [
      { words: `There is no tab "${spec.name}"`, columns: [], isSmall: spec.isOptional === true },
    ];
  const { missing, duplicates } = locateColumns(tab, spec);
  if (missing.some(isIndispensable) && holdsOnlyAnswers(tab, spec)) {
    const words = `Tab "${tab.name}" holds only the answers of its form, and no columns of staff and service yet`;
    return [{ words, columns: missing, isSmall: false, isToCome: true }];
  }
  const gone = missing.filter(isIndispensable);
  const ours = missing.filter((column) => !isIndispensable(column) && isOurs(column));
  const twice = spec === requestTab ? duplicates.map(({ column }) => column).filter(isOurs) : [];
  return [
    ...fault(`Tab "${spec.name}" has no column`, gone, false),
    ...fault(`Tab "${spec.name}" does not show`, ours, true),
    ...fault(`Tab "${spec.name}" has more than one column`, twice, false),
  ];
};

const fault = (words: string, columns: readonly Column[], isSmall: boolean): readonly Fault[] =>
  columns.length === 0 ? [] : [{ words: `${words} ${quotedHeaders(columns)}`, columns, isSmall }];

/** What the service proposes from. Without it requests are read and answered, but nobody and nothing is assigned. */
const sources = [
  { spec: officerTab, field: 'name' },
  { spec: equipmentTab, field: 'quantity' },
  { spec: licenceTab, field: 'name' },
] as const;

/** Warns of registers that nobody has filled yet, and of equipment that nobody has counted. */
export const judgeRegisters = (snapshot: WorkbookSnapshot): Diagnosis => {
  const empty = sources.filter(({ spec, field }) => !hasAny(snapshot, spec, field));
  const uncounted = uncountedNames(readEquipmentItems(snapshot, []));
  if (empty.length === 0 && uncounted.length === 0) return right();
  return warned(
    [
      ...(empty.length === 0
        ? []
        : [
            `Nothing to assign stands in ${empty
              .map(({ spec, field }) => `"${spec.name}" (${headerOf(spec, field)})`)
              .join(', ')} yet.`,
          ]),
      ...(uncounted.length === 0
        ? []
        : [
            `In "${equipmentTab.name}" ${headerOf(equipmentTab, 'quantity')} says no number for ${uncounted.join(', ')}: whether they are available cannot be told, and none are set aside.`,
          ]),
    ].join(' '),
    `Fill these tabs; the tab Panduan explains every column.${uncounted.length === 0 ? '' : ' Type 0 for what the office does not have.'}`,
  );
};

const hasAny = (snapshot: WorkbookSnapshot, spec: Tab, field: string): boolean => {
  const tab = findTab(snapshot, spec);
  if (tab === undefined) return false;
  const { headerRow, indexOf } = locateColumns(tab, spec);
  const index = indexOf.get(field);
  return (
    index !== undefined && tab.rows.slice(headerRow + 1).some((row) => (row[index] ?? '') !== '')
  );
};

const headerOf = ({ columns }: Tab, field: string): string =>
  columns.find((column) => column.field === field)?.header ?? field;
