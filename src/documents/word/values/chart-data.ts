/** The figures of a chart as a view gives them. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** One for each category; undefined or null leaves a gap. */
  readonly values: readonly (number | null | undefined)[];
}

/** @returns undefined when the value is no chart data. */
export const chartDataIn = (value: unknown): ChartData | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { categories, series } = value as { categories?: unknown; series?: unknown };
  if (!Array.isArray(categories) || !Array.isArray(series)) return undefined;
  const read = series.map(seriesIn);
  if (!categories.every((name) => typeof name === 'string' || typeof name === 'number')) {
    return undefined;
  }
  return read.every((one) => one !== undefined)
    ? { categories: categories.map(String), series: read }
    : undefined;
};

const seriesIn = (value: unknown): ChartSeries | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, values } = value as { name?: unknown; values?: unknown };
  if (typeof name !== 'string' || !Array.isArray(values)) return undefined;
  const isFigure = (one: unknown): boolean =>
    one === undefined || one === null || (typeof one === 'number' && Number.isFinite(one));
  return values.every(isFigure) ? { name, values } : undefined;
};
