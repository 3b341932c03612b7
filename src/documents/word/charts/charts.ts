/** A chart part of a template, ready to be printed with its workbook. */

import {
  officeRelations,
  packageRelations,
  relationshipsPartOf,
} from '../../../office-package/relationships.ts';
import { deflated } from '../../../office-package/write-zip.ts';
import type { PackedPart } from '../../../office-package/zip-directory.ts';
import { settleTags } from '../blocks/flow.ts';
import type { OfficeFile } from '../file/office-file.ts';
import {
  anElement,
  childOf,
  elementsOf,
  insert,
  replaceChild,
  setChildren,
  writeXml,
  type XmlElement,
  xmlHead,
} from '../file/xml.ts';
import type { CompiledPart, PartContext } from '../printing/part-context.ts';
import { compilePart } from '../printing/print-part.ts';
import type { ChartData } from '../values/chart-data.ts';
import { labelPlace, labelRule, placeLabelRule } from './chart-labels.ts';
import { seriesPlace, takeSeries } from './chart-part.ts';
import { chartWorkbook } from './chart-workbook.ts';

export interface CompiledChart {
  readonly part: string;
  readonly printed: readonly CompiledPart[];
  /** The part's relationships, when a workbook had to be added. */
  readonly fixed: readonly PackedPart[];
  readonly workbookPart: string;
  readonly workbookOf: (data: ChartData) => Uint8Array;
}

const noFigures: ChartData = { categories: [], series: [] };
const behindWorkbook = new Set(['c:printSettings', 'c:userShapes', 'c:extLst']);

export const compileChart = (
  part: string,
  file: OfficeFile,
  context: Omit<PartContext, 'part' | 'label' | 'relationships'>,
): CompiledChart => {
  const root = file.xml(part);
  const model = root === undefined ? undefined : takeSeries(root);
  const label = 'Grafik';
  if (root === undefined || model === undefined) {
    context.faults.add({
      place: label,
      message:
        'Grafik ini tidak mempunyai deret angka yang dapat diisi. Pakai grafik batang, garis, atau lingkaran biasa.',
    });
    return { part, printed: [], fixed: [], workbookPart: '', workbookOf: chartWorkbook };
  }
  const { workbookPart, fixed } = workbookBehind(part, root, file);
  placeLabelRule(root);
  settleTags(root, {
    part: { label, countsParagraphs: false },
    faults: context.faults,
    room: context.room,
    listStyles: new Set(),
  });
  const printed = compilePart(root, {
    ...context,
    part,
    label,
    relationships: file.relationshipsOf(part),
    special: (element) => {
      if (element.name === labelPlace) {
        return ({ state }) => labelRule(state.charts.get(part) ?? noFigures);
      }
      if (element.name !== seriesPlace) return undefined;
      const plot = Number(element.attributes.get('plot'));
      return ({ state }) => model.printPlot(plot, state.charts.get(part) ?? noFigures);
    },
  });
  return { part, printed: [printed], fixed, workbookPart, workbookOf: chartWorkbook };
};

/** The workbook that the chart points to; one is added where an editor dropped it. */
const workbookBehind = (
  part: string,
  root: XmlElement,
  file: OfficeFile,
): { readonly workbookPart: string; readonly fixed: readonly PackedPart[] } => {
  const pointer = childOf(root, 'c:externalData');
  const known = file.relationshipsOf(part).find(({ id }) => id === pointer?.attributes.get('r:id'));
  if (known !== undefined && !known.isExternal && known.target.endsWith('.xlsx')) {
    return { workbookPart: known.target, fixed: [] };
  }
  const number = part.replace(/\D/g, '') || '1';
  const workbookPart = `word/embeddings/grafik${number}.xlsx`;
  if (pointer !== undefined) replaceChild(root, pointer);
  const fresh = anElement(
    'c:externalData',
    new Map([
      ['xmlns:r', officeRelations],
      ['r:id', 'rGrafik'],
    ]),
    [anElement('c:autoUpdate', new Map([['val', '0']]))],
  );
  const at = root.children.findIndex(
    (child) => child.kind === 'element' && behindWorkbook.has(child.name),
  );
  insert(root, at, fresh);
  const name = relationshipsPartOf(part);
  const relations =
    file.xml(name) ?? anElement('Relationships', new Map([['xmlns', packageRelations]]));
  const kept = elementsOf(relations).filter(
    (one) => one.attributes.get('Id') !== pointer?.attributes.get('r:id'),
  );
  setChildren(relations, [
    ...kept,
    anElement(
      'Relationship',
      new Map([
        ['Id', 'rGrafik'],
        ['Type', `${officeRelations}/package`],
        ['Target', `/${workbookPart}`],
      ]),
    ),
  ]);
  return { workbookPart, fixed: [deflated(name, xmlHead + writeXml(relations))] };
};
