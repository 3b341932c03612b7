/** A chart in the frame of the template's, with the figures of the data: Word's own, or drawn as a picture. */

import { officeRelations } from '../../../office-package/relationships.ts';
import { chartPicture, lookOfChart } from '../drawn-charts/chart-picture.ts';
import { labelsBeside, sizeFor } from '../drawn-charts/label-room.ts';
import { TemplateDataError } from '../faults/faults.ts';
import {
  childOf,
  cloneOf,
  parseXml,
  replaceChild,
  writeXml,
  type XmlElement,
} from '../file/xml.ts';
import { type ChartData, chartDataIn } from '../values/chart-data.ts';
import { pictureIn, type Size } from '../values/pictures.ts';
import type { Frame } from '../values/scope.ts';
import { type Key, partOfChart } from './drawing-keys.ts';
import { filled, refuseLeftInDrawing, sizeOf, slot, withoutKey } from './drawing-slots.ts';
import { compileTagExpression, type PartContext, type Print } from './part-context.ts';

export const printChart = (
  element: XmlElement,
  { key, chart, context }: { key: Key; chart: XmlElement | undefined; context: PartContext },
): Print => {
  const tag = { place: context.label, near: key.written };
  const evaluate = compileTagExpression(key.subject, { tag, purpose: 'chart', context });
  const part = partOfChart(chart, context);
  if (part === undefined) {
    context.faults.add({
      ...tag,
      message: `"${key.written}" tidak berada pada grafik. Sisipkan grafik (Insert, Chart), lalu isi teks alternatifnya.`,
    });
    return () => '';
  }
  if (context.inLoop) {
    context.faults.add({ ...tag, message: 'Grafik tidak dapat berada di dalam {{#each …}}.' });
  }
  const own = withoutKey(element, key, false);
  refuseLeftInDrawing(own, key, context);
  const root = context.xml(part);
  const frame = sizeOf(element) ?? usualFrame;
  const labels = root === undefined ? undefined : labelsBeside(root);
  const print = context.chartsAsPictures
    ? chartAsPicture(own, { root, context })
    : inFrame(own, frame);
  return (turn) => {
    const data = chartDataIn(evaluate(turn));
    if (data === undefined) {
      const message = 'Data grafik ini harus berisi categories dan series (name, values).';
      throw new TemplateDataError({ ...tag, message });
    }
    turn.state.charts.set(part, data);
    return print(turn, { data, size: labels === undefined ? frame : sizeFor(frame, data, labels) });
  };
};

/** What one document puts into the frame of a chart. */
interface Drawn {
  readonly data: ChartData;
  readonly size: Size;
}

type PrintFrame = (turn: Frame, drawn: Drawn) => string;

const usualFrame: Size = { width: 5_000_000, height: 2_500_000 };

/** Word's own chart; its frame grows where the names beside its bars need it. */
const inFrame = (own: XmlElement, frame: Size): PrintFrame => {
  const xml = writeXml(own);
  const grown = cloneOf(own);
  childOf(grown, 'wp:extent')?.attributes.set('cy', slot.height);
  const slots = writeXml(grown);
  return (_, { size }) => (size.height === frame.height ? xml : filled(slots, { id: 0, ...size }));
};

const pixelsPerEmu = 2.5 / 12_700;
const pictureSpace = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The chart's frame with a picture in it, drawn anew for each document. */
const chartAsPicture = (
  own: XmlElement,
  { root, context }: { root: XmlElement | undefined; context: PartContext },
): PrintFrame => {
  const look = root === undefined ? undefined : lookOfChart(root);
  const copy = cloneOf(own);
  const graphic = childOf(copy, 'a:graphic');
  if (look === undefined || graphic === undefined) return () => '';
  const picture = `<a:graphic xmlns:a="${drawingSpace}"><a:graphicData uri="${pictureSpace}"><pic:pic xmlns:pic="${pictureSpace}"><pic:nvPicPr><pic:cNvPr id="0" name="grafik"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${officeRelations}" r:embed="${slot.picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${slot.width}" cy="${slot.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`;
  replaceChild(copy, graphic, parseXml(Buffer.from(picture)));
  const extent = childOf(copy, 'wp:extent');
  extent?.attributes.set('cx', slot.width);
  extent?.attributes.set('cy', slot.height);
  const xml = writeXml(copy);
  return ({ state }, { data, size }) => {
    const pixels = {
      width: Math.round(size.width * pixelsPerEmu),
      height: Math.round(size.height * pixelsPerEmu),
    };
    const drawn = pictureIn(chartPicture(data, look, pixels));
    return drawn === undefined
      ? ''
      : filled(xml, { id: 0, picture: state.show(context.part, drawn), ...size });
  };
};
