/**
 * Pictures and charts whose alternative text carries a key: `{{gambar logo}}`, `{{grafik permohonan}}`.
 *
 * A picture is put into its frame at its own proportions; without data the template's picture stays. A
 * chart without a key is refused: it would go out with the figures it was drawn with.
 */

import { chartPicture, lookOfChart } from '../drawn-charts/chart-picture.ts';
import { TemplateDataError } from '../faults/faults.ts';
import { officeRelations } from '../file/office-file.ts';
import {
  childOf,
  cloneOf,
  descendants,
  parseXml,
  plainTextOf,
  replaceChild,
  setChildren,
  writeXml,
  type XmlElement,
} from '../file/xml.ts';
import { leftTagIn } from '../finding/left-over.ts';
import { type Expression, parseExpression, TagFault } from '../language/expression.ts';
import { type ChartData, chartDataIn } from '../values/chart-data.ts';
import { fittedInto, pictureIn } from '../values/pictures.ts';
import type { Frame } from '../values/scope.ts';
import { compileTagExpression, type PartContext, type Print } from './part-context.ts';

interface Key {
  readonly kind: 'gambar' | 'grafik';
  readonly subject: Expression;
  readonly written: string;
}

/** Signs from the private area, standing in the fixed XML for what each rendering puts in. */
const slot = {
  id: '\uE000i\uE000',
  picture: '\uE000p\uE000',
  width: '\uE000w\uE000',
  height: '\uE000h\uE000',
};

/** @returns undefined when the element is no drawing, or one without key. */
export const printDrawing = (element: XmlElement, context: PartContext): Print | undefined => {
  if (element.name !== 'wp:inline' && element.name !== 'wp:anchor') return undefined;
  const properties = childOf(element, 'wp:docPr');
  const chart = [...descendants(element, 'c:chart')][0];
  const key =
    properties === undefined
      ? undefined
      : (keyOf(properties, context) ?? keyInChart(chart, context));
  if (key === undefined) {
    if (chart !== undefined && properties !== undefined) refuseChart(properties, context);
    else if (properties !== undefined) refuseFlattenedChart(element, properties, context);
    return undefined;
  }
  return key.kind === 'grafik'
    ? printChart(element, { key, chart, context })
    : printPicture(element, key, context);
};

const keyOf = (properties: XmlElement, context: PartContext): Key | undefined =>
  firstKey(
    ['descr', 'title'].map((name) => properties.attributes.get(name) ?? ''),
    context,
  );

/** A series named `{{grafik permohonan}}` is a key too: LibreOffice keeps it, and drops the other. */
const keyInChart = (chart: XmlElement | undefined, context: PartContext): Key | undefined => {
  const part = partOfChart(chart, context);
  const root = part === undefined ? undefined : context.xml(part);
  if (root === undefined) return undefined;
  const names = [...descendants(root, 'c:tx')].filter(({ parent }) => parent?.name === 'c:ser');
  const texts = names.flatMap((name) => [...descendants(name, 'c:v')].map(plainTextOf));
  const key = firstKey(texts, context);
  return key?.kind === 'grafik' ? key : undefined;
};

const partOfChart = (chart: XmlElement | undefined, context: PartContext): string | undefined =>
  context.relationships.find(({ id }) => id === chart?.attributes.get('r:id'))?.target;

const firstKey = (texts: readonly string[], context: PartContext): Key | undefined => {
  for (const text of texts.map((one) => one.trim())) {
    const found = /^\{\{\s*(gambar|grafik)\b([\s\S]*)\}\}$/i.exec(text);
    if (found === null) continue;
    const kind = found[1]?.toLowerCase() === 'grafik' ? 'grafik' : 'gambar';
    const subject = subjectOf(found[2]?.trim() ?? '', { kind, text, context });
    return { kind, subject, written: text };
  }
  return undefined;
};

const subjectOf = (
  body: string,
  { kind, text, context }: { kind: string; text: string; context: PartContext },
): Expression => {
  try {
    const subject = parseExpression(body);
    if (subject.kind === 'path') return subject;
  } catch (error) {
    if (!(error instanceof TagFault)) throw error;
  }
  context.faults.add({
    place: context.label,
    message: `Teks alternatif "${text}" harus menyebut satu nama data, misalnya {{${kind} logo}}.`,
  });
  return { kind: 'literal', value: undefined };
};

const refuseChart = (properties: XmlElement, context: PartContext): void => {
  const name = properties.attributes.get('name') ?? '';
  context.faults.add({
    place: context.label,
    message: `Grafik "${name}" kehilangan kuncinya, sehingga akan tercetak dengan angka lama. Isi teks alternatifnya (klik kanan, Edit Alt Text) dengan {{grafik namaData}}.`,
  });
};

/** The names that Word gives charts of itself, and the one that a key leaves behind. */
const chartName = /^(?:(?:chart|grafik|bagan)\s*\d*|grafik[A-Z]\w*)$/i;

/** Other programs save a chart as a picture of it, which goes out with the figures of its day for ever. */
const refuseFlattenedChart = (
  element: XmlElement,
  properties: XmlElement,
  context: PartContext,
): void => {
  const names = ['name', 'descr', 'title'].map((name) => properties.attributes.get(name) ?? '');
  const found = names.find((name) => chartName.test(name.trim()));
  if (found === undefined || [...descendants(element, 'a:blip')].length === 0) return;
  context.faults.add({
    place: context.label,
    message: `Gambar "${found}" tampaknya grafik yang sudah menjadi gambar biasa, sehingga akan tercetak dengan angka lama. Sisipkan lagi grafiknya (Insert, Chart), atau beri gambar itu nama lain bila memang bukan grafik.`,
  });
};

/** What stands beside the key in the same drawing is printed as it is. */
const refuseLeftInDrawing = (drawing: XmlElement, key: Key, context: PartContext): void => {
  const left = leftTagIn(writeXml(drawing));
  if (left === undefined) return;
  context.faults.add({
    place: context.label,
    message: `Di gambar atau grafik "${key.written}" ada tag lain yang tidak dapat diisi. Kuncinya berdiri sendiri di teks alternatif.`,
    near: left,
  });
};

const printPicture = (element: XmlElement, key: Key, context: PartContext): Print => {
  const tag = { place: context.label, near: key.written };
  const evaluate = compileTagExpression(key.subject, { tag, purpose: 'picture', context });
  const frame = sizeOf(element);
  if (frame === undefined || [...descendants(element, 'a:blip')].length === 0) {
    context.faults.add({
      ...tag,
      message: `"${key.written}" tidak berada pada gambar. Sisipkan gambar (Insert, Pictures), lalu isi teks alternatifnya.`,
    });
    return () => '';
  }
  const own = withoutKey(element, key, context.inLoop);
  refuseLeftInDrawing(own, key, context);
  const ownXml = writeXml(own);
  const slots = writeXml(withSlots(own));
  return (turn) => {
    const value = evaluate(turn);
    if (value === undefined || value === null || value === '') {
      return filled(ownXml, { id: context.inLoop ? turn.state.nextId() : 0 });
    }
    const picture = pictureIn(value);
    if (picture === undefined) {
      throw new TemplateDataError({ ...tag, message: 'Data gambar ini bukan PNG atau JPEG.' });
    }
    return filled(slots, {
      id: context.inLoop ? turn.state.nextId() : 0,
      picture: turn.state.show(context.part, picture),
      ...fittedInto(frame, picture),
    });
  };
};

const printChart = (
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
  refuseLeftInDrawing(withoutKey(element, key, false), key, context);
  const printed = context.chartsAsPictures
    ? chartAsPicture(element, { key, part, context })
    : writeXml(withoutKey(element, key, false));
  return (turn) => {
    const data = chartDataIn(evaluate(turn));
    if (data === undefined) {
      const message = 'Data grafik ini harus berisi categories dan series (name, values).';
      throw new TemplateDataError({ ...tag, message });
    }
    turn.state.charts.set(part, data);
    return typeof printed === 'string' ? printed : printed(turn, data);
  };
};

const pixelsPerEmu = 2.5 / 12_700;
const pictureSpace = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The chart's frame with a picture in it, drawn anew for each document. */
const chartAsPicture = (
  element: XmlElement,
  { key, part, context }: { key: Key; part: string; context: PartContext },
): ((frame: Frame, data: ChartData) => string) => {
  const root = context.xml(part);
  const frame = sizeOf(element) ?? { width: 5_000_000, height: 2_500_000 };
  const look = root === undefined ? undefined : lookOfChart(root);
  const copy = withoutKey(element, key, false);
  const graphic = childOf(copy, 'a:graphic');
  if (look === undefined || graphic === undefined) return () => '';
  const picture = `<a:graphic xmlns:a="${drawingSpace}"><a:graphicData uri="${pictureSpace}"><pic:pic xmlns:pic="${pictureSpace}"><pic:nvPicPr><pic:cNvPr id="0" name="grafik"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${officeRelations}" r:embed="${slot.picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${frame.width}" cy="${frame.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`;
  replaceChild(copy, graphic, parseXml(picture));
  const xml = writeXml(copy);
  const size = {
    width: Math.round(frame.width * pixelsPerEmu),
    height: Math.round(frame.height * pixelsPerEmu),
  };
  return ({ state }, data) => {
    const drawn = pictureIn(chartPicture(data, look, size));
    return drawn === undefined
      ? ''
      : filled(xml, { id: 0, picture: state.show(context.part, drawn) });
  };
};

const sizeOf = (element: XmlElement): { width: number; height: number } | undefined => {
  const extent = childOf(element, 'wp:extent');
  const width = Number(extent?.attributes.get('cx'));
  const height = Number(extent?.attributes.get('cy'));
  return width > 0 && height > 0 ? { width, height } : undefined;
};

/** The drawing as it will stand in a document: its key is not read out by a screen reader. */
const withoutKey = (element: XmlElement, key: Key, inLoop: boolean): XmlElement => {
  const copy = cloneOf(element);
  const name = key.subject.kind === 'path' ? key.subject.parts.join(' ') : '';
  for (const properties of descendants(copy, 'wp:docPr', 'pic:cNvPr')) {
    for (const attribute of ['descr', 'title']) {
      if (properties.attributes.get(attribute)?.includes('{{')) {
        properties.attributes.set(attribute, name);
      }
    }
    if (inLoop && properties.name === 'wp:docPr') properties.attributes.set('id', slot.id);
  }
  return copy;
};

const withSlots = (element: XmlElement): XmlElement => {
  const copy = cloneOf(element);
  for (const extent of [...descendants(copy, 'wp:extent', 'a:ext')]) {
    if (!extent.attributes.has('cx')) continue;
    extent.attributes.set('cx', slot.width);
    extent.attributes.set('cy', slot.height);
  }
  for (const blip of descendants(copy, 'a:blip')) {
    blip.attributes.set('r:embed', slot.picture);
    blip.attributes.delete('r:link');
    // The extensions may hold the template's own picture once more, as SVG.
    setChildren(blip, []);
  }
  for (const crop of [...descendants(copy, 'a:srcRect')]) {
    if (crop.parent !== undefined) replaceChild(crop.parent, crop);
  }
  return copy;
};

const filled = (
  xml: string,
  values: { id: number; picture?: string; width?: number; height?: number },
): string =>
  xml
    .replaceAll(slot.id, String(values.id))
    .replaceAll(slot.picture, values.picture ?? '')
    .replaceAll(slot.width, String(values.width ?? 0))
    .replaceAll(slot.height, String(values.height ?? 0));
