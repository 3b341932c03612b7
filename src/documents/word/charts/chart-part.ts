/**
 * Fills a chart's own part: names, categories and figures as they are cached for drawing, and the ranges
 * of the workbook behind it, so that "Edit data" in Word shows what is drawn.
 *
 * The series of the template lend their looks in turn; the data says how many there are.
 */

import { columnLetters } from '../../../core/sheet/column-letters.ts';
import {
  anElement,
  append,
  childOf,
  cloneOf,
  descendants,
  elementsOf,
  insert,
  plainTextOf,
  replaceChild,
  setChildren,
  writeXml,
  type XmlElement,
} from '../file/xml.ts';
import type { ChartData, ChartSeries } from '../values/chart-data.ts';
import { flatLetters } from '../values/text.ts';

export const chartSheet = 'Sheet1';

/** Where the series stand in the chart's XML, in the order of the workbook's columns. */
interface SeriesModel {
  readonly plot: number;
  readonly xml: XmlElement;
}

/** Takes the series out of the tree; what is left of it is the caller's to print. */
export interface ChartModel {
  /** How many plots there are: bars and a line are two. */
  readonly plots: readonly XmlElement[];
  readonly printPlot: (plot: number, data: ChartData) => string;
}

/** @returns undefined when the chart has no series to lend their looks. */
export const takeSeries = (root: XmlElement): ChartModel | undefined => {
  const plots: XmlElement[] = [];
  const models: SeriesModel[] = [];
  for (const area of descendants(root, 'c:plotArea')) {
    for (const plot of elementsOf(area).filter((one) => childOf(one, 'c:ser') !== undefined)) {
      for (const series of elementsOf(plot).filter(({ name }) => name === 'c:ser')) {
        if (childOf(series, 'c:val') === undefined) return undefined;
        models.push({ plot: plots.length, xml: series });
      }
      plots.push(plot);
    }
  }
  if (models.length === 0) return undefined;
  const number = (model: SeriesModel): number =>
    Number(childOf(model.xml, 'c:order')?.attributes.get('val') ?? 0);
  models.sort((one, other) => number(one) - number(other));
  for (const [index, plot] of plots.entries()) keepPlace(plot, index);
  return {
    plots,
    printPlot: (plot, data) =>
      data.series
        .map((series, index) => {
          const model = models[Math.min(index, models.length - 1)];
          return model?.plot === plot
            ? writeXml(
                filledSeries(model.xml, { series, index, data, isCopy: index >= models.length }),
              )
            : '';
        })
        .join(''),
  };
};

/** The place where a plot's series will be printed. */
export const seriesPlace = 'series-place';

const keepPlace = (plot: XmlElement, index: number): void => {
  const first = plot.children.findIndex(
    (child) => child.kind === 'element' && child.name === 'c:ser',
  );
  const place = anElement(seriesPlace, new Map([['plot', String(index)]]));
  const others = plot.children.filter(
    (child) => child.kind !== 'element' || child.name !== 'c:ser',
  );
  setChildren(plot, others);
  insert(plot, first, place);
};

interface SeriesFacts {
  readonly series: ChartSeries;
  readonly index: number;
  readonly data: ChartData;
  /** The template has fewer series than the data: this one borrows the last one's looks. */
  readonly isCopy: boolean;
}

const filledSeries = (
  model: XmlElement,
  { series, index, data, isCopy }: SeriesFacts,
): XmlElement => {
  const filled = cloneOf(model);
  const column = columnLetters(index + 2);
  const last = Math.max(2, data.categories.length + 1);
  setNumber(filled, 'c:idx', index);
  setNumber(filled, 'c:order', index);
  if (isCopy) {
    // Word picks the next colour of the theme.
    for (const name of ['c:spPr', 'c:marker', 'c:dPt', 'c:extLst']) dropAll(filled, name);
  }
  for (const point of elementsOf(filled).filter(({ name }) => name === 'c:dPt')) {
    const at = Number(childOf(point, 'c:idx')?.attributes.get('val'));
    if (at >= data.categories.length) replaceChild(filled, point);
  }
  const format = plainTextOf([...descendants(model, 'c:formatCode')].at(-1) ?? filled) || 'General';
  put(filled, 'c:tx', 'c:order', texts('c:tx', `${chartSheet}!$${column}$1`, [series.name]));
  put(
    filled,
    'c:val',
    'c:order',
    figures(`${chartSheet}!$${column}$2:$${column}$${last}`, series, {
      data,
      format: isFormat(format) ? format : 'General',
    }),
  );
  const categories = texts('c:cat', `${chartSheet}!$A$2:$A$${last}`, data.categories);
  const known = childOf(filled, 'c:cat');
  if (known !== undefined) replaceChild(filled, known, categories);
  else {
    const values = childOf(filled, 'c:val');
    if (values !== undefined) replaceChild(filled, values, categories, values);
  }
  return filled;
};

const isFormat = (text: string): boolean => text.length < 40;

const texts = (name: string, range: string, values: readonly string[]): XmlElement => {
  const cache = anElement('c:strCache', new Map(), [valued('c:ptCount', values.length)]);
  values.forEach((value, index) => {
    append(cache, point(index, flatLetters(value)));
  });
  return anElement(name, new Map(), [anElement('c:strRef', new Map(), [formula(range), cache])]);
};

const figures = (
  range: string,
  series: ChartSeries,
  { data, format }: { data: ChartData; format: string },
): XmlElement => {
  const cache = anElement('c:numCache', new Map(), [
    anElement('c:formatCode', new Map(), [{ kind: 'text', text: format }]),
    valued('c:ptCount', data.categories.length),
  ]);
  series.values.slice(0, data.categories.length).forEach((value, index) => {
    if (typeof value === 'number') append(cache, point(index, String(value)));
  });
  return anElement('c:val', new Map(), [anElement('c:numRef', new Map(), [formula(range), cache])]);
};

const formula = (range: string): XmlElement =>
  anElement('c:f', new Map(), [{ kind: 'text', text: range }]);

const point = (index: number, text: string): XmlElement => {
  const value = anElement('c:v', new Map(), [{ kind: 'text', text }]);
  return anElement('c:pt', new Map([['idx', String(index)]]), [value]);
};

const valued = (name: string, value: number): XmlElement =>
  anElement(name, new Map([['val', String(value)]]));

const setNumber = (series: XmlElement, name: string, value: number): void => {
  const known = childOf(series, name);
  if (known !== undefined) known.attributes.set('val', String(value));
};

/** Replaces a child, or adds it right behind another. */
const put = (series: XmlElement, name: string, behind: string, fresh: XmlElement): void => {
  const known = childOf(series, name);
  if (known !== undefined) {
    replaceChild(series, known, fresh);
    return;
  }
  const before = childOf(series, behind);
  if (before !== undefined) replaceChild(series, before, before, fresh);
};

const dropAll = (series: XmlElement, name: string): void => {
  for (const child of elementsOf(series)) if (child.name === name) replaceChild(series, child);
};
