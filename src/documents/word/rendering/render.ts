/** Prints a compiled template: the changed parts are deflated anew, the others go in as they lie. */

import {
  officeRelations,
  packageRelations,
  relationshipsPartOf,
} from '../../../office-package/relationships.ts';
import { deflated, uncompressed, writeZip } from '../../../office-package/write-zip.ts';
import { type PackedPart, unpack } from '../../../office-package/zip-directory.ts';
import type { CompiledChart } from '../charts/charts.ts';
import { xmlHead } from '../file/xml.ts';
import type { Numbering } from '../printing/numbering.ts';
import type { CompiledPart, Print } from '../printing/part-context.ts';
import { type LastIds, RenderState } from '../values/render-state.ts';
import type { Frame } from '../values/scope.ts';

interface Renderable {
  readonly fixed: readonly PackedPart[];
  readonly parts: readonly CompiledPart[];
  readonly charts: readonly CompiledChart[];
  readonly lastIds: LastIds;
  readonly numbering: Numbering;
  /** The office's, for times that the template gives none. */
  readonly zone: string;
}

export const renderWith = ({ fixed, parts, charts, lastIds, numbering, zone }: Renderable) => {
  const entries = new Map(fixed.map((entry) => [entry.name, entry]));
  for (const { name, print } of parts.filter(({ isFixed }) => isFixed)) {
    entries.set(name, printed(name, print, rootFrame(undefined, new RenderState(lastIds, zone))));
  }
  const varying = parts.filter(({ isFixed }) => !isFixed);
  const pictureEntries = new WeakMap<Uint8Array, PackedPart>();
  return (view: unknown): Uint8Array => {
    const state = new RenderState(lastIds, zone);
    const frame = rootFrame(view, state);
    const all = new Map(entries);
    for (const { name, print } of varying) all.set(name, printed(name, print, frame));
    const lists = numbering.part === undefined ? undefined : entries.get(numbering.part);
    if (lists !== undefined && state.freshLists.length > 0)
      all.set(lists.name, numbering.withLists(lists, state.freshLists));
    for (const { part, workbookPart, workbookOf } of charts) {
      const data = state.charts.get(part) ?? { categories: [], series: [] };
      all.set(workbookPart, uncompressed(workbookPart, workbookOf(data)));
    }
    for (const { name, picture } of state.pictures) {
      const known = pictureEntries.get(picture.bytes) ?? uncompressed(name, picture.bytes);
      pictureEntries.set(picture.bytes, known);
      all.set(name, { ...known, name });
    }
    for (const [part, shown] of state.shown) {
      const name = relationshipsPartOf(part);
      all.set(name, withPictures(name, entries.get(name), shown));
    }
    return writeZip([...all.values()]);
  };
};

const printed = (name: string, print: Print, frame: Frame): PackedPart =>
  deflated(name, xmlHead + print(frame));

const rootFrame = (view: unknown, state: RenderState): Frame => ({
  value: view,
  index: 0,
  count: -1,
  key: undefined,
  parent: undefined,
  root: view,
  state,
});

const imageRelation = `${officeRelations}/image`;
const noRelationships = `<Relationships xmlns="${packageRelations}"></Relationships>`;

const withPictures = (
  name: string,
  known: PackedPart | undefined,
  shown: ReadonlyMap<string, string>,
): PackedPart => {
  const xml = known === undefined ? noRelationships : unpack(known).toString('utf8');
  const added = [...shown]
    .map(([id, target]) => `<Relationship Id="${id}" Type="${imageRelation}" Target="/${target}"/>`)
    .join('');
  const open = xml.replace(/\/>\s*$/, '></Relationships>');
  const plain = open.includes('</Relationships>') ? open : xml;
  return deflated(name, plain.replace('</Relationships>', `${added}</Relationships>`));
};
