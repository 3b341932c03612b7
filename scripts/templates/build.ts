/** Builds the templates anew. They belong to the office afterwards: run this only to start over. */
import { mkdir, writeFile } from 'node:fs/promises';
import { buildWordTemplates } from './word/build.ts';
import { buildWorkbookTemplate } from './workbook/build-workbook-template.ts';

const folder = new URL('../../templates/', import.meta.url);

await mkdir(folder, { recursive: true });
await writeFile(new URL('buku-layanan.xlsx', folder), buildWorkbookTemplate());
for (const { name, bytes } of await buildWordTemplates()) {
  await writeFile(new URL(name, folder), bytes);
}
