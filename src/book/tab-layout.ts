/** How the tabs of a prepared book are laid out: the order of columns, their widths, the colours of the tabs. */
import type { Column, ColumnKind, Tab } from '../core/sheet/column.ts';
import type { TabDesign } from './tab-designs.ts';

/** Drop-downs, colours and filters reach to here: some ten years of requests. */
export const lastPreparedRow = 2000;

/** In digits of the plain font, where a tab's design says nothing else. */
export const widthOf: Readonly<Record<ColumnKind, number>> = {
  text: 22,
  long: 40,
  day: 19,
  time: 11,
  moment: 20,
  number: 11,
  tick: 11,
  choice: 16,
  link: 24,
};

/** LibreOffice does not fit the height of rows when it opens a file, so every row has room for what it usually holds. In points. */
export const heightOfLines = (lines: number): number => lines * 12.75 + 2.25;

/** Of Ringkasan, columns A to I, in digits of the plain font. */
export const overviewWidths: readonly number[] = [50, 54, 50, 34, 72, 18, 60, 20, 36];

export const tabColours: Readonly<Record<TabDesign['colour'], string>> = {
  daily: '1F4E79',
  register: '2E6B4F',
  settings: '8C95A1',
};

/** The columns of a tab as they stand from left to right. */
export const columnsInOrder = <F extends string>(
  tab: Tab<F>,
  { first = [] }: Pick<TabDesign<F>, 'first'>,
): readonly Column<F>[] => [
  ...first.flatMap((field) => tab.columns.filter((column) => column.field === field)),
  ...tab.columns.filter(({ field }) => !first.includes(field)),
];
