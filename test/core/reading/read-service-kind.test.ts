import { describe, expect, test } from 'vitest';
import { mentionsStreaming, readServiceKind } from '../../../src/core/reading/read-service-kind.ts';

const meaning = (cell: string): string => {
  const reading = readServiceKind(cell);
  return reading.kind === 'read' ? reading.value : reading.kind;
};

describe('read service kind', () => {
  test.each([
    ['Link Host saja', 'link'],
    ['link', 'link'],
    ['Linkk zoom', 'link'],
    ['link saja tanpa operator', 'link'],
    ['Link saja (operator ada)', 'link'],
    ['undangan zoom', 'link'],
    ['link zoom saja, operator tidak perlu', 'link'],
    ['link aja, ga pake operator', 'link'],
    ['pinjam akun zoom', 'link'],
    ['Link Zoom (operator sudah ada)', 'link'],
    ['hanya butuh link, operator dari kami', 'unsure'],
    ['tautan saja', 'link'],
    ['Link Host + Operator', 'link-and-operator'],
    ['operator dan link', 'link-and-operator'],
    ['link & operator', 'link-and-operator'],
    ['link/operator', 'link-and-operator'],
    ['kami butuh link dan operator', 'link-and-operator'],
    ['tidak hanya link tapi juga operator', 'link-and-operator'],
    ['mohon disiapkan link zoom dan operator', 'link-and-operator'],
    ['Fasilitasi Zoon', 'link-and-operator'],
    ['Fasilitasi Zoom & Operator', 'link-and-operator'],
    ['Vicon + teknisi', 'link-and-operator'],
    ['Live Straming', 'link-and-operator'],
    ['Operator saja', 'operator'],
    ['oprator zoom', 'operator'],
    ['operator saja (zoom)', 'operator'],
    ['operator saja, link dari kami sendiri', 'operator'],
    ['operator saja, link sudah ada', 'operator'],
    ['tidak perlu link, operator saja', 'operator'],
    ['butuh petugas', 'operator'],
    ['tenaga operator', 'operator'],
    ['Operator dan peralatan', 'operator'],
    ['Zoom Meeting', 'unsure'],
    ['link atau operator', 'unsure'],
    ['Link Host saja / Operator saja', 'unsure'],
    ['tanpa operator', 'unsure'],
    ['tidak perlu link dan operator', 'unsure'],
    ['belum tahu', 'unsure'],
    ['operator?', 'unsure'],
    ['link dan operator sudah ada', 'unsure'],
    ['pinjam kursi', 'unreadable'],
    ['bantuan wifi', 'unreadable'],
    ['ya', 'unreadable'],
  ])('takes "%s" for %s', (typed, kind) => {
    expect(meaning(typed)).toBe(kind);
  });

  test('says what it took words for that it does not know', () => {
    expect(readServiceKind('link zoom kemarin')).toMatchObject({
      warnings: ['dibaca Link Host saja. Pilih yang lain bila bukan itu yang dimaksud.'],
    });
  });

  test.each([
    ['Link + live YouTube', true],
    ['Siaran langsung', true],
    ['operator dan streaming', true],
    ['link tanpa live streaming', false],
    ['Operator saja', false],
  ])('hears in "%s" that a broadcast is wanted: %s', (typed, streaming) => {
    expect(mentionsStreaming(typed)).toBe(streaming);
  });
});
