/** How tall a chart of lying bars has to be for the name of every bar to stand beside it. */
import { descendants, type XmlElement } from '../file/xml.ts';
import type { ChartData } from '../values/chart-data.ts';
import type { Size } from '../values/pictures.ts';

export interface LabelLook {
  /** In points. */
  readonly letterHeight: number;
}

const emuPerPoint = 12_700;
const usualLetterHeight = 10;
/** Of the chart's width; Word gives names no more than this. */
const labelShare = 0.38;
const letterWidth = 0.5;
const lineHeight = 1.2;
const pointsBetween = 2;
const pointsAround = 16;
const pointsOfLegend = 20;
/** So that a chart with its heading stays on a page. */
const tallestPoints = 560;

/** @returns undefined when the names do not stand beside bars. */
export const labelsBeside = (root: XmlElement): LabelLook | undefined => {
  const isLying = [...descendants(root, 'c:barDir')].some(
    ({ attributes }) => attributes.get('val') === 'bar',
  );
  if (!isLying) return undefined;
  const axis = [...descendants(root, 'c:catAx')][0];
  const typed = axis === undefined ? undefined : [...descendants(axis, 'a:defRPr')][0];
  const hundredths = Number(typed?.attributes.get('sz'));
  return { letterHeight: hundredths > 0 ? hundredths / 100 : usualLetterHeight };
};

/** The chart's frame, higher where the names need it. */
export const sizeFor = (
  frame: Size,
  { categories, series }: ChartData,
  { letterHeight }: LabelLook,
): Size => {
  const width = (frame.width / emuPerPoint) * labelShare;
  const letters = Math.max(1, Math.floor(width / (letterHeight * letterWidth)));
  const lines = Math.max(1, ...categories.map((name) => linesOf(name, letters)));
  const each = lines * letterHeight * lineHeight + pointsBetween;
  const around = pointsAround + (series.length > 1 ? pointsOfLegend : 0);
  const needed = Math.min(categories.length * each + around, tallestPoints);
  return { ...frame, height: Math.max(frame.height, Math.round(needed * emuPerPoint)) };
};

const linesOf = (name: string, letters: number): number => {
  let lines = 1;
  let used = 0;
  for (const { length } of name.split(/\s+/)) {
    if (used > 0 && used + 1 + length > letters) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
};
