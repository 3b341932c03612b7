import { describe, expect, test } from 'vitest';
import { forgetOutline, keepOutline } from '../../../../src/backends/google/sheet/sheet-outline.ts';
import { aGoogleDesk, deskSheetId, otherTabs } from '../stand-in.ts';

const anOutline = async (tabs: readonly string[]) => {
  const desk = await aGoogleDesk([...otherTabs, ...tabs.map((name) => ({ name, rows: [] }))]);
  const keep = () => keepOutline({ ...desk, spreadsheetId: deskSheetId });
  const reads = () => desk.double.traffic.count({ api: 'sheets', kind: 'read' });
  const titles = async (keeper = keep()) => (await keeper.current()).tabs.map(({ title }) => title);
  return { ...desk, keep, reads, titles };
};

describe('the outline of a sheet', () => {
  test('is asked for once an hour, whoever asks', async () => {
    const { pace, reads, titles } = await anOutline(['Permohonan']);

    await titles();
    await titles();
    expect(reads()).toBe(1);
    await pace.wait(3_600_000);
    await titles();

    expect(reads()).toBe(2);
  });

  test('is not kept while there is no tab of requests, so that a form just linked is seen', async () => {
    const { double, keep, titles } = await anOutline(['Petugas']);
    const keeper = keep();
    await titles(keeper);
    const formId = double.people.makeForm({ title: 'Permohonan', questions: ['Nama'] });
    const linked = double.people.linkForm({ formId, spreadsheetId: deskSheetId });

    expect(await titles(keeper)).toContain(linked);
  });

  test('is not kept while a register is missing, so that one brought back is seen', async () => {
    const { double, keep, titles } = await anOutline(['Permohonan']);
    const rename = (tab: string, to: string) =>
      double.people.renameTab({ spreadsheetId: deskSheetId, tab, to });
    rename('Akun Zoom', 'Arsip');
    const keeper = keep();
    await titles(keeper);

    rename('Arsip', 'Akun Zoom');

    expect(await titles(keeper)).toContain('Akun Zoom');
  });

  test('is asked for anew after setup made tabs', async () => {
    const { double, memory, titles } = await anOutline(['Permohonan', 'Ulasan']);
    await titles();
    double.people.renameTab({ spreadsheetId: deskSheetId, tab: 'Ulasan', to: 'Ulasan Pemohon' });

    await forgetOutline(memory);

    expect(await titles()).toContain('Ulasan Pemohon');
  });
});
