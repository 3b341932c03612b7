import { expect, test } from 'vitest';
import { buildWordTemplates } from '../../scripts/templates/word/build.ts';
import { openZip } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';

test('letters are built with the tokens of the e-office in them', async () => {
  const built = await buildWordTemplates();
  for (const letter of ['surat-tugas.docx', 'pemberitahuan-kekurangan.docx']) {
    const bytes = built.find(({ name }) => name === letter)?.bytes ?? new Uint8Array();
    const text = openZip(bytes)
      .entries.filter(({ name }) => name === 'word/document.xml')
      .map((entry) =>
        unpack(entry)
          .toString('utf8')
          .replaceAll(/<[^>]+>/g, ''),
      )
      .join('');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's tokens
    for (const token of ['${nomor_naskah}', '${ttd_pengirim}']) expect(text).toContain(token);
  }
});
