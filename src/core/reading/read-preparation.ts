/** The six checks of A.2.4 to A.2.7: each has its tick, and one tick can stand for all of them. */
import type { StaffFacts } from '../cases/request.ts';
import { headerOf } from '../columns/request-tab.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { quote, textOf } from './cell-text.ts';
import type { Notes } from './notes.ts';
import type { RequestCells } from './read-answers.ts';
import { readTick } from './read-yes-no.ts';

export const checkFields = [
  'placeChecked',
  'equipmentOnSite',
  'systemTested',
  'participantsConfigured',
  'platformSet',
  'contentReady',
] as const;

type CheckField = (typeof checkFields)[number];

/** What stands in the cell of a check itself goes before *Semua Pemeriksaan*; an empty box says nothing. */
export const readPreparation = (
  cells: RequestCells,
  {
    notes,
    tick,
  }: { readonly notes: Notes; readonly tick: (field: CheckField | 'allChecked') => boolean },
): Pick<StaffFacts, CheckField> => {
  const all = tick('allChecked');
  const check = (field: CheckField): boolean => {
    if (tick(field)) return true;
    if (!all || isUntouched(cells[field])) return all;
    if (readTick(cells[field]).kind === 'read')
      notes.add(
        'warning',
        field,
        `${headerOf(field)} ${quote(cells[field])} berbeda dari ${headerOf('allChecked')}; yang di ${headerOf(field)} berlaku. Betulkan salah satunya.`,
      );
    return false;
  };
  return {
    placeChecked: check('placeChecked'),
    equipmentOnSite: check('equipmentOnSite'),
    systemTested: check('systemTested'),
    participantsConfigured: check('participantsConfigured'),
    platformSet: check('platformSet'),
    contentReady: check('contentReady'),
  };
};

/** Google's boxes hold FALSE from the start. */
const isUntouched = (cell: Cell | undefined): boolean => cell === false || textOf(cell) === '';
