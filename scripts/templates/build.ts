/**
 * Builds the templates anew. They belong to the office afterwards: run this only to start over. Prints the page of the
 * standard too.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { clauses } from '../standard/clauses.ts';
import { standardPage } from '../standard/page.ts';
import { buildWordTemplates } from './word/build.ts';
import { buildWorkbookTemplate } from './workbook/build-workbook-template.ts';

const folder = new URL('../../templates/', import.meta.url);

await mkdir(folder, { recursive: true });
await writeFile(new URL('buku-layanan.xlsx', folder), buildWorkbookTemplate());
for (const { name, bytes } of await buildWordTemplates()) {
  await writeFile(new URL(name, folder), bytes);
}
await writeFile(new URL('../../src/STANDARD.md', import.meta.url), standardPage(clauses));
