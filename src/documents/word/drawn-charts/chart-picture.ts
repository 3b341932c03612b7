/**
 * A chart drawn as a picture, for viewers that cannot show Word's own: columns, lying bars, or lines.
 *
 * Every figure stands beside what it is drawn as, so that no axis is needed to read it.
 */

import { childOf, descendants, type XmlElement } from '../file/xml.ts';
import { grouped } from '../helpers/helper-numbers.ts';
import type { ChartData } from '../values/chart-data.ts';
import type { Size } from '../values/pictures.ts';
import { Canvas, type Colour, fitting, textHeight, textWidth, wrapped } from './canvas.ts';

/** How the template's chart looks, as far as a picture follows it. */
export interface ChartLook {
  readonly kind: 'columns' | 'bars' | 'lines';
  /** Lying bars begin at the bottom, unless the axis is turned round. */
  readonly beginsBelow: boolean;
  readonly colours: readonly Colour[];
}

const ink: Colour = [40, 40, 40];
const grey: Colour = [160, 160, 160];
const seriesColours: readonly Colour[] = [
  [31, 78, 121],
  [157, 195, 230],
  [191, 143, 0],
  [84, 130, 53],
  [127, 127, 127],
];
const margin = 12;
const gap = 8;
const mostLinesBelow = 3;

export const lookOfChart = (root: XmlElement): ChartLook => {
  const isLying = [...descendants(root, 'c:barDir')].some(
    ({ attributes }) => attributes.get('val') === 'bar',
  );
  const isLines = [...descendants(root, 'c:lineChart')].length > 0;
  const isRound = [...descendants(root, 'c:pieChart', 'c:doughnutChart')].length > 0;
  const colours = [...descendants(root, 'c:ser')].map((series, index) => {
    const look = childOf(series, 'c:spPr');
    const colour = look === undefined ? undefined : [...descendants(look, 'a:srgbClr')][0];
    return colourOf(colour?.attributes.get('val')) ?? paletteColour(index);
  });
  const isTurned = [...descendants(root, 'c:catAx')].some((axis) =>
    [...descendants(axis, 'c:orientation')].some(
      ({ attributes }) => attributes.get('val') === 'maxMin',
    ),
  );
  const kind = isLying || isRound ? 'bars' : isLines ? 'lines' : 'columns';
  return { kind, beginsBelow: isLying && !isTurned, colours };
};

/** @param size In pixels; a letter is 22 of them high. */
export const chartPicture = (data: ChartData, look: ChartLook, size: Size): Uint8Array => {
  const canvas = new Canvas(size.width, size.height);
  const colour = (index: number): Colour => look.colours[index] ?? paletteColour(index);
  const bottom = drawLegend(canvas, data, colour);
  const area = { left: margin, top: margin, right: size.width - margin, bottom };
  if (data.categories.length > 0 && data.series.length > 0) {
    if (look.kind === 'bars')
      drawBars(canvas, { data, colour, area, beginsBelow: look.beginsBelow });
    else drawColumns(canvas, { data, colour, area, isLines: look.kind === 'lines' });
  }
  return canvas.png();
};

interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Drawing {
  readonly data: ChartData;
  readonly colour: (index: number) => Colour;
  readonly area: PlotArea;
}

/** One line of names under the chart when there are several series. @returns where the chart ends. */
const drawLegend = (canvas: Canvas, data: ChartData, colour: Drawing['colour']): number => {
  const bottom = canvas.height - margin;
  if (data.series.length < 2) return bottom;
  const room = (canvas.width - 2 * margin) / data.series.length - 40;
  const names = data.series.map(({ name }) => fitting(name, room));
  const width = names.reduce((sum, name) => sum + textWidth(name) + 46, 0);
  let x = Math.max(margin, (canvas.width - width) / 2);
  const y = bottom - textHeight;
  names.forEach((name, index) => {
    canvas.fill({ x, y: y + 5, width: 16, height: 16 }, colour(index));
    canvas.text(name, { x: x + 22, y }, ink);
    x += textWidth(name) + 46;
  });
  return y - gap;
};

const drawColumns = (
  canvas: Canvas,
  { data, colour, area, isLines }: Drawing & { readonly isLines: boolean },
): void => {
  const step = (area.right - area.left) / data.categories.length;
  const room = { width: step - 4, mostLines: mostLinesBelow };
  const names = data.categories.map((name) => wrapped(name, room));
  const base = area.bottom - Math.max(...names.map(({ length }) => length)) * textHeight - gap;
  const scale = (base - area.top - textHeight) / highest(data);
  const bar = Math.min(90, (step * 0.72) / data.series.length);
  canvas.fill({ x: area.left, y: base, width: area.right - area.left, height: 2 }, grey);
  names.forEach((name, position) => {
    const middle = area.left + step * (position + 0.5);
    name.forEach((line, index) => {
      const y = base + gap + index * textHeight;
      canvas.text(line, { x: middle - textWidth(line) / 2, y }, ink);
    });
    data.series.forEach(({ values }, index) => {
      const value = values[position];
      if (typeof value !== 'number') return;
      const height = Math.max(0, value * scale);
      const x = isLines ? middle : middle + (index - data.series.length / 2) * bar + bar / 2;
      if (isLines) {
        const before = values[position - 1];
        if (typeof before === 'number') {
          const from = [middle - step, base - Math.max(0, before * scale)] as const;
          canvas.line(from, [middle, base - height], { colour: colour(index), thickness: 4 });
        }
        canvas.fill({ x: x - 5, y: base - height - 5, width: 10, height: 10 }, colour(index));
      } else {
        canvas.fill(
          { x: x - bar / 2 + 1, y: base - height, width: bar - 2, height },
          colour(index),
        );
      }
      const figure = grouped(value, undefined);
      // The figures of several lines would lie upon each other.
      const hasRoom = isLines ? data.series.length === 1 : textWidth(figure) <= bar + 10;
      if (hasRoom) {
        const y = base - height - textHeight - (isLines ? 4 : 0);
        canvas.text(figure, { x: x - textWidth(figure) / 2, y }, ink);
      }
    });
  });
};

const drawBars = (
  canvas: Canvas,
  { data, colour, area, beginsBelow }: Drawing & Pick<ChartLook, 'beginsBelow'>,
): void => {
  const step = (area.bottom - area.top) / data.categories.length;
  const room = {
    width: (area.right - area.left) * 0.4,
    mostLines: Math.max(1, Math.floor(step / textHeight)),
  };
  const names = data.categories.map((name) => wrapped(name, room));
  const left = area.left + Math.max(...names.flat().map(textWidth)) + gap;
  const widest = Math.max(
    ...data.series.flatMap(({ values }) =>
      values.map((value) => textWidth(grouped(value, undefined))),
    ),
  );
  const scale = (area.right - left - widest - gap) / highest(data);
  const bar = Math.min(46, (step * 0.76) / data.series.length);
  canvas.fill({ x: left, y: area.top, width: 2, height: area.bottom - area.top }, grey);
  names.forEach((name, position) => {
    const row = beginsBelow ? names.length - 1 - position : position;
    const middle = area.top + step * (row + 0.5);
    name.forEach((line, index) => {
      const y = middle + (index - name.length / 2) * textHeight;
      canvas.text(line, { x: left - gap - textWidth(line), y }, ink);
    });
    data.series.forEach(({ values }, index) => {
      const value = values[position];
      if (typeof value !== 'number') return;
      const y = middle + (index - data.series.length / 2) * bar;
      const width = Math.max(0, value * scale);
      canvas.fill({ x: left, y: y + 1, width, height: bar - 2 }, colour(index));
      const at = { x: left + width + gap, y: y + bar / 2 - textHeight / 2 };
      canvas.text(grouped(value, undefined), at, ink);
    });
  });
};

const highest = (data: ChartData): number => {
  const figures = data.series.flatMap(({ values }) => values.map((value) => value ?? 0));
  return Math.max(1e-9, ...figures);
};

const colourOf = (hex: string | undefined): Colour | undefined => {
  if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return undefined;
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const paletteColour = (index: number): Colour => seriesColours[index % seriesColours.length] ?? ink;
