import { dateOfSerial, serialOfDay } from '../sheets/serial-date.ts';
import { FormulaError, type Scalar } from './formula-value.ts';
import { type FormulaFunction, type FormulaFunctions, ofScalars } from './scope.ts';

/** Functions of days and times, all of them on serial numbers; today is the day of the stand-in's clock. */
export const dateFunctions: FormulaFunctions = {
  TODAY: ofScalars((_, scope) => Math.floor(scope.now)),
  NOW: ofScalars((_, scope) => scope.now),
  DATE: ofNumbers((year = 0, month = 1, day = 1) =>
    serialOfDay(year < 1900 ? year + 1900 : year, Math.floor(month), Math.floor(day)),
  ),
  TIME: ofNumbers((hour = 0, minute = 0, second = 0) =>
    positiveRest((hour * 3600 + minute * 60 + second) / 86_400),
  ),
  YEAR: ofNumbers((serial = 0) => dateOfSerial(serial).getUTCFullYear()),
  MONTH: ofNumbers((serial = 0) => dateOfSerial(serial).getUTCMonth() + 1),
  DAY: ofNumbers((serial = 0) => dateOfSerial(serial).getUTCDate()),
  HOUR: ofNumbers((serial = 0) => dateOfSerial(serial).getUTCHours()),
  MINUTE: ofNumbers((serial = 0) => dateOfSerial(serial).getUTCMinutes()),
  SECOND: ofNumbers((serial = 0) => dateOfSerial(serial).getUTCSeconds()),
  WEEKDAY: ofNumbers((serial = 0, kind = 1) => {
    const fromSunday = dateOfSerial(serial).getUTCDay();
    if (kind === 1) return fromSunday + 1;
    return kind === 2 ? ((fromSunday + 6) % 7) + 1 : (fromSunday + 6) % 7;
  }),
  DAYS: ofNumbers((end = 0, start = 0) => Math.floor(end) - Math.floor(start)),
  EDATE: ofNumbers((start = 0, months = 0) => {
    const date = dateOfSerial(start);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + Math.trunc(months)];
    const lastDay = dateOfSerial(serialOfDay(year, month + 1, 0)).getUTCDate();
    return serialOfDay(year, month, Math.min(date.getUTCDate(), lastDay));
  }),
  EOMONTH: ofNumbers((start = 0, months = 0) => {
    const date = dateOfSerial(start);
    return serialOfDay(date.getUTCFullYear(), date.getUTCMonth() + 2 + Math.trunc(months), 0);
  }),
  DATEVALUE: ofNumbers((serial = 0) => Math.floor(serial)),
};

function ofNumbers(of: (...numbers: readonly number[]) => Scalar): FormulaFunction {
  return ofScalars((inputs, scope) => {
    const numbers: number[] = [];
    for (const input of inputs) {
      const number = scope.numberOf(input);
      if (number instanceof FormulaError) return number;
      numbers.push(number);
    }
    return of(...numbers);
  });
}

const positiveRest = (number: number): number => number - Math.floor(number);
