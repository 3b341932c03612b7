/** The few words of a spreadsheet's formulas that our tints use, worked out as a spreadsheet does. */
import type { Cell } from '../../src/core/sheet/snapshot.ts';

export const holds = (
  formula: string,
  cells: Readonly<Record<string, Cell>>,
  today: number,
): boolean => {
  const tokens = formula.match(/"[^"]*"|\[\w+\]|\w+|<>|<=|>=|[-+<>=(),]/g) ?? [];
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at] ?? '';
    if (expected !== undefined && token !== expected) throw new Error(`${expected} in ${formula}`);
    at += 1;
    return token;
  };
  const call = (name: string): Cell => {
    const given: Cell[] = [];
    take('(');
    while (tokens[at] !== ')') {
      given.push(compared());
      if (tokens[at] === ',') take();
    }
    take(')');
    const [first = '', second = ''] = given;
    switch (name) {
      case 'AND':
        return given.every((each) => each === true);
      case 'OR':
        return given.some((each) => each === true);
      case 'LEN':
        return String(first).length;
      case 'ISNUMBER':
        return typeof first === 'number';
      case 'SEARCH': {
        const place = String(second).toLowerCase().indexOf(String(first).toLowerCase());
        return place < 0 ? '#VALUE!' : place + 1;
      }
      case 'TODAY':
        return today;
      case 'NOW':
        return today + 0.5;
      default:
        throw new Error(`${name} in ${formula}`);
    }
  };
  const value = (): Cell => {
    const token = take();
    if (token.startsWith('"')) return token.slice(1, -1);
    if (token.startsWith('[')) return cells[token.slice(1, -1)] ?? '';
    return /^\d+$/.test(token) ? Number(token) : call(token);
  };
  const sum = (): Cell => {
    const first = value();
    if (tokens[at] !== '+') return first;
    take();
    return Number(first) + Number(value());
  };
  const compared = (): Cell => {
    const left = sum();
    const sign = tokens[at] ?? '';
    if (!['=', '<>', '<', '<=', '>', '>='].includes(sign)) return left;
    take();
    return compare(left, sign, sum());
  };
  const result = compared();
  if (at !== tokens.length) throw new Error(`left over in ${formula}`);
  return result === true;
};

/** Texts are equal whatever their case, and stand above every number. */
const compare = (left: Cell, sign: string, right: Cell): boolean => {
  const rank = (cell: Cell): number => (typeof cell === 'number' ? 0 : 1);
  const plain = (cell: Cell): number | string =>
    typeof cell === 'number' ? cell : String(cell).toLowerCase();
  const [a, b] = [plain(left), plain(right)];
  const order =
    rank(left) === rank(right) ? (a === b ? 0 : a < b ? -1 : 1) : rank(left) - rank(right);
  switch (sign) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
};
