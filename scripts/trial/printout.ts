/** What lies on the stand-in at the end, as files to look at: the sheet as a page, the documents in their folders. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { isGoogleType } from '../../test/google-double/drive/model.ts';
import { type Cell, type Sheet, title } from '../../test/google-double/sheets/model.ts';
import { formattedValue } from '../../test/google-double/sheets/shown-value.ts';
import { bookOf, linkIn, locale } from './sheet-view.ts';
import type { StandIn, World } from './stand-in.ts';

export const printOut = async (standIn: StandIn, dir: string): Promise<void> => {
  const world = await standIn.world();
  writeFileSync(join(dir, 'Buku Layanan.html'), pageOf(world));
  for (const file of world.files) {
    if (file.trashed || isGoogleType(file.mimeType)) continue;
    const path = join(dir, 'Drive', ...pathOf(file, world).map(safe));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await standIn.content(file.id));
  }
};

type File = World['files'][number];

/** Names from the top of the Drive down, itself included. */
export const pathOf = (file: File, world: World): readonly string[] => {
  const parent = world.files.find(({ id }) => id === file.parents[0]);
  const isTop = parent === undefined || parent.parents.length === 0;
  return [...(isTop ? [] : pathOf(parent, world)), file.name];
};

const safe = (name: string): string => name.replaceAll(/[/\\]/g, '-');

const pageOf = (world: World): string => {
  const tabs = bookOf(world).sheets.map(
    (sheet) => `<h2>${escaped(title(sheet))}</h2>\n${tableOf(sheet)}`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Buku Layanan</title>
<style>body { font: 10pt Arial, sans-serif } table { border-collapse: collapse; table-layout: fixed }
td { border: 1px solid #ccc; padding: 2px 4px; vertical-align: top; white-space: pre-wrap; overflow: hidden }</style>
${tabs.join('\n')}`;
};

const tableOf = ({ rows, columnProperties }: Sheet): string => {
  const width = Math.max(0, ...rows.map((row) => row?.length ?? 0));
  const columns = Array.from({ length: width }, (_, column) => column);
  const widths = columns.map((column) => columnProperties[column]?.pixelSize ?? 100);
  const lines = rows.map(
    (row) => `<tr>${columns.map((column) => cellOf(row?.[column] ?? undefined)).join('')}</tr>`,
  );
  return `<table style="width:${widths.reduce((sum, each) => sum + each, 0)}px">${widths
    .map((each) => `<col style="width:${each}px">`)
    .join('')}\n${lines.join('\n')}</table>`;
};

const cellOf = (cell: Cell | undefined): string => {
  if (cell === undefined) return '<td></td>';
  const text = escaped(formattedValue(cell, locale) ?? '');
  const link = linkIn(cell);
  const { backgroundColorStyle, textFormat } = cell.userEnteredFormat ?? {};
  const styles = [
    ...colour('background', backgroundColorStyle),
    ...colour('color', textFormat?.foregroundColorStyle),
    ...(textFormat?.bold ? ['font-weight:bold'] : []),
  ];
  return `<td style="${styles.join(';')}">${link ? `<a href="${escaped(link)}">${text}</a>` : text}</td>`;
};

const colour = (
  what: string,
  style: sheets_v4.Schema$ColorStyle | undefined,
): readonly string[] => {
  const { red = 0, green = 0, blue = 0 } = style?.rgbColor ?? {};
  const parts = [red, green, blue].map((part) => Math.round((part ?? 0) * 255));
  return style?.rgbColor ? [`${what}:rgb(${parts.join(',')})`] : [];
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
