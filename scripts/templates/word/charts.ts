/**
 * Native Word charts. Their key stands twice, because each editor drops one of them: in the alternative text,
 * and as the name of the first series, which the figures replace.
 */
import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { colours } from './styles.ts';

const pixelsPerTwip = 96 / 1440;

const keyOf = ({ name }: Chart): string => `{{grafik ${name}}}`;

const lookOf = (chart: Chart) => ({
  altText: { name: chart.name, description: keyOf(chart) },
  transformation: {
    width: Math.round(chart.width * pixelsPerTwip),
    height: Math.round((chart.heightMm * 96) / 25.4),
  },
  font: { name: 'Arial' },
  chartArea: { fill: 'none', border: 'none' as const },
});

interface Chart {
  /** Name of the chart's figures in the view. */
  readonly name: string;
  readonly width: number;
  readonly heightMm: number;
}

/** Two columns a category; the sample figures are replaced when the template is filled. */
export const columnChart = (chart: Chart): Paragraph =>
  chartParagraph(
    new ChartRun({
      ...lookOf(chart),
      type: 'column',
      categories: ['Jan', 'Feb', 'Mar'],
      series: [keyOf(chart), 'Deret kedua'].map((name, index) => ({
        name,
        values: [3, 5, 4],
        color: index === 0 ? colours.accent : colours.accentLight,
      })),
      gapWidth: 60,
      overlap: 0,
      legend: { position: 'bottom' },
      dataLabels: { value: true },
      valueAxis: { visible: false, gridlines: false, minimum: 0 },
    }),
  );

export const barChart = (chart: Chart): Paragraph =>
  chartParagraph(
    new ChartRun({
      ...lookOf(chart),
      type: 'bar',
      categories: ['Instansi A', 'Instansi B', 'Instansi C'],
      series: [{ name: keyOf(chart), values: [2, 3, 5], color: colours.accent }],
      gapWidth: 45,
      legend: false,
      dataLabels: { value: true },
      valueAxis: { visible: false, gridlines: false, minimum: 0 },
    }),
  );

const chartParagraph = (chart: ChartRun): Paragraph =>
  new Paragraph({
    style: 'IsiRapat',
    alignment: AlignmentType.CENTER,
    spacing: { line: 240, lineRule: 'auto', before: 60, after: 120 },
    children: [chart],
  });
