/**
 * What differs between two editions of a document, in words: "Peserta hadir: semula 55, menjadi 999".
 *
 * The fields of a view bear Indonesian names, so a name is its own label, and a new field needs no second list.
 */

/** One difference; `part` names it, `sentence` tells it whole. */
export interface Change {
  readonly part: string;
  readonly sentence: string;
}

export const changesSince = (before: object, after: object): readonly Change[] => {
  const [old, now] = [asRecord(before), asRecord(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) =>
    changeOf(label(field), old[field], now[field]),
  );
};

const changeOf = (part: string, before: unknown, after: unknown): readonly Change[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isPlain(before) && isPlain(after))
    return changesSince(before, after).map((change) => ({
      part,
      sentence: `${part}, ${lowerFirst(change.sentence)}`,
    }));
  if (Array.isArray(before) && Array.isArray(after))
    return [{ part, sentence: `${part}: ${listChange(before, after)}` }];
  return [{ part, sentence: `${part}: semula ${shown(before)}, menjadi ${shown(after)}` }];
};

const listChange = (before: readonly unknown[], after: readonly unknown[]): string => {
  if (before.length !== after.length)
    return `semula ${before.length} baris, menjadi ${after.length} baris`;
  const rows = after.flatMap((row, index) =>
    JSON.stringify(row) === JSON.stringify(before[index]) ? [] : [index + 1],
  );
  return rows.length <= mostRows
    ? `baris ${rows.join(', ')} berubah`
    : `${rows.length} baris berubah`;
};

const mostRows = 5;

const shown = (value: unknown): string => {
  switch (typeof value) {
    case 'boolean':
      return value ? 'ya' : 'tidak';
    case 'number':
      return String(value).replace('.', ',');
    case 'string':
      return value.trim() === '' ? 'kosong' : shortened(value);
    default:
      return value === undefined ? 'kosong' : 'lain';
  }
};

const shortened = (text: string): string => {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length > longest
    ? `${characters.slice(0, longest - 1).join('')}…`
    : characters.join('');
};

const longest = 120;

/** "pesertaHadir" → "Peserta hadir" */
const label = (field: string): string => {
  const words = field.replaceAll(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asRecord = (value: object): Readonly<Record<string, unknown>> => ({ ...value });
