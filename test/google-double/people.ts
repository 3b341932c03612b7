import * as fileWork from './people/file-work.ts';
import * as formWork from './people/form-work.ts';
import { findRow, typeInRow } from './people/row-work.ts';
import {
  clearCells,
  deleteLines,
  deleteTab,
  insertLines,
  moveLines,
  protectRange,
  renameHeader,
  renameTab,
  sortRows,
  typeCells,
  unprotectTab,
} from './people/sheet-work.ts';
import type { World } from './world.ts';

/** Everything that requesters and staff do, each by its name. */
const deeds = {
  ...formWork,
  ...fileWork,
  findRow,
  typeInRow,
  typeCells,
  clearCells,
  sortRows,
  insertLines,
  deleteLines,
  moveLines,
  renameHeader,
  renameTab,
  deleteTab,
  protectRange,
  unprotectTab,
};

type Deeds = typeof deeds;

/** The people around a world: `people.submitResponse({ formId, answers })`. */
export type People = {
  readonly [Name in keyof Deeds]: (asked: Parameters<Deeds[Name]>[1]) => ReturnType<Deeds[Name]>;
};

export function peopleOf(world: World): People {
  const bound = Object.entries(deeds).map(([name, deed]) => [
    name,
    (asked: never) => deed(world, asked),
  ]);
  return Object.fromEntries(bound) as People;
}

/** Does a deed that came as JSON over `/-/people`: `{ "do": "sortRows", …what it asks for }`. */
export function doAsTold(people: People, told: unknown): unknown {
  const { do: name, ...asked } = told as { readonly do?: string };
  const deed = Object.entries(people).find(([each]) => each === name)?.[1];
  if (!deed) throw new Error(`Nobody knows how to "${name}": ${Object.keys(people).join(', ')}.`);
  return (deed as (asked: unknown) => unknown)(asked);
}
