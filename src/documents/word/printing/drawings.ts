/**
 * Pictures and charts whose alternative text carries a key: `{{gambar logo}}`, `{{grafik permohonan}}`.
 *
 * A picture is put into its frame at its own proportions; without data the template's picture stays. A
 * chart without a key is refused: it would go out with the figures it was drawn with.
 */

import { childOf, descendants, type XmlElement } from '../file/xml.ts';
import { keyInChart, keyOf } from './drawing-keys.ts';
import type { PartContext, Print } from './part-context.ts';
import { printChart } from './print-chart.ts';
import { printPicture } from './print-picture.ts';

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
