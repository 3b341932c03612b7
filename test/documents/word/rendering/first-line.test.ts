import { expect, test } from 'vitest';
import { withFirstLine } from '../../../../src/documents/word/rendering/first-line.ts';
import { aDocx, linesOf, p } from '../../../support/docx.ts';

test('a sentence stands above everything, as typed', () => {
  const document = withFirstLine(
    aDocx({ body: p('Surat Tugas') }),
    'TIDAK BERLAKU: <batal> & $& diganti.',
  );

  expect(linesOf(document)).toEqual(['TIDAK BERLAKU: <batal> & $& diganti.', 'Surat Tugas']);
});
