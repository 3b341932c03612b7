import { arrayFunctions } from './array-functions.ts';
import { countingFunctions } from './counting-functions.ts';
import { dateFunctions } from './date-functions.ts';
import { libraryFunctions } from './library-functions.ts';
import { logicFunctions } from './logic-functions.ts';
import { lookupFunctions } from './lookup-functions.ts';
import type { FormulaFunctions } from './scope.ts';
import { textFunctions } from './text-functions.ts';

/** Every function that is known here, by its name; all others come to `#NAME?`. */
export const functions: FormulaFunctions = {
  ...libraryFunctions,
  ...logicFunctions,
  ...countingFunctions,
  ...lookupFunctions,
  ...dateFunctions,
  ...textFunctions,
  ...arrayFunctions,
};
