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
 * name below it is, or when a helper prints its list.
 */
export const checkAgainst = (
  template: Pick<WordTemplate, 'uses'>,
  schema: z.core.$ZodType,
  required: readonly string[] = [],
): readonly TemplateFault[] => {
  const faults = new FaultList();
  checkNames(template.uses, shapeOfSchema(schema), faults);
  const printed = template.uses
    .filter(({ purpose }) => purpose !== 'test' && purpose !== 'list' && purpose !== 'group')
    .map(({ path }) => nameOf(path));
  for (const name of required) {
    if (printed.some((one) => one === name || one.startsWith(`${name}.`))) continue;
    faults.add({
      place: 'Seluruh templat',
      message: `"${name}" harus tercetak di dokumen ini, tetapi templat tidak mencetaknya. Tambahkan {{${name}}}.`,
    });
  }
  return faults.all;
};

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
  const near = nearest(part, [...holder.fields.keys()]);
  if (near !== undefined) return `${opening} Mungkin maksudnya "${near}".`;
  const known = [...holder.fields.keys()].slice(0, 12).join(', ');
  return known === '' ? opening : `${opening} Yang ada: ${known}.`;
};

const wrongKind = (use: NameUse, shape: Shape): string | undefined => {
  if (shape.kind === 'anything') return undefined;
  const isPlainList =
    shape.kind === 'list' && (shape.item.kind === 'value' || shape.item.kind === 'anything');
  if (use.purpose === 'print') {
    if (shape.kind === 'group') {
      const known = [...shape.fields.keys()].slice(0, 6).join(', ');
      return `"${use.written}" adalah kelompok data, bukan satu nilai. Sebut isinya: ${known}.`;
    }
    if (shape.kind === 'list' && !isPlainList) {
      return `"${use.written}" adalah daftar. Cetak dengan {{#each ${use.written}}} … {{/each}}.`;
    }
  }
  if (use.purpose === 'list' && shape.kind === 'value') {
    return `"${use.written}" berisi satu nilai, bukan daftar, jadi tidak dapat diulang dengan {{#each}}.`;
  }
  if (use.purpose === 'group' && shape.kind !== 'group') {
    return `"${use.written}" bukan kelompok data, jadi tidak dapat dipakai dengan {{#with}}.`;
  }
  return undefined;
};

const nameOf = (path: DataPath): string => path.filter((part) => part !== itemStep).join('.');
