/** Compares the names in a template with the data that its document is given. */
import type { z } from 'zod';
import type { WordTemplate } from '../compile-template.ts';
import { FaultList, type TemplateFault } from '../faults/faults.ts';
import { nearest } from '../faults/nearest.ts';
import { type DataPath, itemStep, type NameUse } from '../values/scope.ts';
import { type Shape, shapeOfData, shapeOfSchema } from './shape.ts';

/**
 * What is wrong between a template and the schema of its view: names that there are not, lists printed
 * as text, and names that the document must print and never does.
 *
 * @param required Paths as `fields` gives them, such as `petugas.nama`; a name is also printed when a
 * name below it is, or when a helper prints its list, and a yes or no when something hangs on it.
 */
export const checkAgainst = (
  template: Pick<WordTemplate, 'uses'>,
  schema: z.core.$ZodType,
  required: readonly string[] = [],
): readonly TemplateFault[] => {
  const faults = new FaultList();
  const shape = shapeOfSchema(schema);
  checkNames(template.uses, shape, faults);
  for (const name of required) {
    const message = missing(name, { uses: template.uses, shape: shapeAt(name, shape) });
    if (message !== undefined) faults.add({ place: 'Seluruh templat', message });
  }
  return faults.all;
};

const missing = (
  name: string,
  { uses, shape }: { readonly uses: readonly NameUse[]; readonly shape: Shape | undefined },
): string | undefined => {
  const own = uses.filter(({ path }) => `${nameOf(path)}.`.startsWith(`${name}.`));
  if (isChart(shape)) {
    const isDrawn = own.some(({ purpose, path }) => purpose === 'chart' && nameOf(path) === name);
    return isDrawn ? undefined : missingChart(name);
  }
  if (shape?.kind === 'yes or no') return own.length > 0 ? undefined : missingQuestion(name);
  const isPrinted = own.some(
    ({ purpose }) => purpose !== 'test' && purpose !== 'list' && purpose !== 'group',
  );
  return isPrinted ? undefined : missingName(name);
};

const shapeAt = (name: string, shape: Shape): Shape | undefined =>
  name
    .split('.')
    .reduce<Shape | undefined>(
      (at, part) => at && step(at.kind === 'list' ? at.item : at, part),
      shape,
    );

const isChart = (shape: Shape | undefined): boolean =>
  shape?.kind === 'group' && shape.fields.has('categories') && shape.fields.has('series');

const missingName = (name: string): string =>
  `"${name}" harus tercetak di dokumen ini, tetapi templat tidak mencetaknya. Tambahkan {{${name}}}.`;

const missingQuestion = (name: string): string =>
  `Isi dokumen ini harus bergantung pada "${name}", tetapi templat tidak memakainya. Tulis kalimat yang bergantung padanya di antara {{#if ${name}}} dan {{/if}}, seperti pada templat bawaan.`;

const missingChart = (name: string): string =>
  `Grafik "${name}" harus ada di dokumen ini, tetapi templat tidak memuatnya; mungkin aplikasi lain menyimpannya sebagai gambar biasa, dengan angka lama. Hapus gambar itu, lalu salin grafiknya dari templat bawaan, dengan teks alternatif {{grafik ${name}}}.`;

/** The same against sample data, for templates that have no schema. */
export const checkAgainstData = (
  template: Pick<WordTemplate, 'uses'>,
  data: unknown,
): readonly TemplateFault[] => {
  const faults = new FaultList();
  checkNames(template.uses, shapeOfData(data), faults);
  return faults.all;
};

const checkNames = (uses: readonly NameUse[], shape: Shape, faults: FaultList): void => {
  for (const use of uses) {
    const message = faultOf(use, shape);
    if (message !== undefined) faults.add({ place: use.place, message, near: use.near });
  }
};

const faultOf = (use: NameUse, shape: Shape): string | undefined => {
  let at = shape;
  for (const [index, part] of use.path.entries()) {
    if (at.kind === 'anything') return undefined;
    const next = step(at, part);
    if (next === undefined) {
      return use.orHelper ? undefined : unknownName(use, { part, index, holder: at, shape });
    }
    at = next;
  }
  return wrongKind(use, at);
};

const step = (shape: Shape, part: string): Shape | undefined => {
  if (shape.kind === 'list') {
    if (part === itemStep) return shape.item;
    if (part === 'length') return { kind: 'value' };
    return /^\d+$/.test(part) ? shape.item : undefined;
  }
  if (shape.kind !== 'group') return undefined;
  // A loop over a group goes through its values.
  return part === itemStep ? { kind: 'anything' } : shape.fields.get(part);
};

const unknownName = (
  use: NameUse,
  found: {
    readonly part: string;
    readonly index: number;
    readonly holder: Shape;
    readonly shape: Shape;
  },
): string | undefined => {
  const { part, index, holder, shape } = found;
  // `{{#each acara}}` over a text is told at the loop; what stands inside follows from it.
  if (part === itemStep) return undefined;
  const where = nameOf(use.path.slice(0, index));
  const place = where === '' ? '' : ` di dalam "${where}"`;
  const opening = `Nama "${part}" tidak ada${place}.`;
  if (holder.kind === 'list') {
    return `"${where}" adalah daftar, jadi "${part}" hanya dapat dicetak di dalam {{#each ${where}}}.`;
  }
  if (holder.kind !== 'group') return `${opening} "${where}" berisi satu nilai saja.`;
  const exact = [...holder.fields.keys()].find((name) => name.toLowerCase() === part.toLowerCase());
  if (exact !== undefined) return `${opening} Tulis "${exact}": huruf besar dan kecil dibedakan.`;
  if (shape.kind === 'group' && shape.fields.has(part)) {
    return `${opening} Nama itu ada di luar blok ini: tulis {{@root.${part}}}.`;
  }
  const inside = placesOf(part, shape);
  if (inside.length > 0) return `${opening} ${whereItIs(part, inside)}`;
  const near = nearest(part, [...holder.fields.keys()]);
  if (near !== undefined) return `${opening} Mungkin maksudnya "${near}".`;
  const known = [...holder.fields.keys()].slice(0, 12).join(', ');
  return known === '' ? opening : `${opening} Yang ada: ${known}.`;
};

interface InnerPlace {
  readonly path: string;
  readonly isList: boolean;
  /** The loops to be opened for it, from the outermost on. */
  readonly loops: readonly string[];
}

const mostPlaces = 3;

interface Way {
  readonly path: string;
  /** From the item of the innermost list on. */
  readonly below: string;
  readonly loops: readonly string[];
}

const deepestPlace = 8;

/** The lists and groups of the view that hold this name. */
const placesOf = (
  name: string,
  shape: Shape,
  way: Way = { path: '', below: '', loops: [] },
  depth = 0,
): readonly InnerPlace[] => {
  if (shape.kind !== 'group' || depth > deepestPlace) return [];
  return [...shape.fields].flatMap(([field, inner]) => {
    const isList = inner.kind === 'list';
    const held = isList ? inner.item : inner;
    const path = way.path === '' ? field : `${way.path}.${field}`;
    const below = way.below === '' ? field : `${way.below}.${field}`;
    const loops = isList ? [...way.loops, `{{#each ${below}}}`] : way.loops;
    const isHere = held.kind === 'group' && held.fields.has(name);
    const next = { path, below: isList ? '' : below, loops };
    const own = isHere ? [{ path, isList: loops.length > 0, loops }] : [];
    return [...own, ...placesOf(name, held, next, depth + 1)];
  });
};

const whereItIs = (name: string, places: readonly InnerPlace[]): string =>
  places
    .slice(0, mostPlaces)
    .map(({ path, isList, loops }) =>
      isList
        ? `Nama itu ada di dalam daftar "${path}": cetak di antara ${loops.join(' ')} dan ${loops.map(() => '{{/each}}').join(' ')}.`
        : `Nama itu ada di dalam "${path}": tulis {{${path}.${name}}}.`,
    )
    .join(' ');

const isSingle = ({ kind }: Shape): boolean => kind === 'value' || kind === 'yes or no';

const wrongKind = (use: NameUse, shape: Shape): string | undefined => {
  if (shape.kind === 'anything') return undefined;
  const isPlainList =
    shape.kind === 'list' && (isSingle(shape.item) || shape.item.kind === 'anything');
  if (use.purpose === 'print') {
    if (shape.kind === 'group') {
      const known = [...shape.fields.keys()].slice(0, 6).join(', ');
      return `"${use.written}" adalah kelompok data, bukan satu nilai. Sebut isinya: ${known}.`;
    }
    if (shape.kind === 'list' && !isPlainList) {
      return `"${use.written}" adalah daftar. Cetak dengan {{#each ${use.written}}} … {{/each}}.`;
    }
  }
  if (use.purpose === 'list' && isSingle(shape)) {
    return `"${use.written}" berisi satu nilai, bukan daftar, jadi tidak dapat diulang dengan {{#each}}.`;
  }
  if (use.purpose === 'group' && shape.kind !== 'group') {
    return `"${use.written}" bukan kelompok data, jadi tidak dapat dipakai dengan {{#with}}.`;
  }
  return undefined;
};

const nameOf = (path: DataPath): string => path.filter((part) => part !== itemStep).join('.');
