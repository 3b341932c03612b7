import { copyFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { anOffice, type Ended, type Office, sheetId } from './office.ts';

const says = (ended: Ended): string => (ended.kind === 'killed' ? '' : ended.says);
const onTab = (range: string): string => `'${requestTab.name}'!${range}`;
const day = 86_400_000;

/** An office with two requests, after a day on which nothing was left to do. */
describe('an office on a bad day', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    office.submit('Rapat A');
    office.setClock('2026-11-24T08:01:00+08:00');
    office.submit('Rapat B', { 'Tanggal Mulai': '03/12/2026' }, 'lain@dikbud.test');
    office.setClock('2026-11-24T08:05:00+08:00');
  });
  afterEach(() => office.remove());

  const comesToRest = async () => {
    await office.done();
    await office.done();
    expect((await office.done()).idle).toBe(true);
  };
  const tickets = () => office.rows().map(({ event, ticket }) => `${event} ${ticket}`);
  const given = ['Rapat A VC-2026-0001', 'Rapat B VC-2026-0002'];

  /** As a person marks the row of Rapat A, copies it and pastes it below all others. */
  const copyRow = (): string => {
    const tab = office.book().tabs.find(({ name }) => name === requestTab.name);
    const row = tab?.rows.findIndex((cells) => cells.includes('Rapat A')) ?? -1;
    const target = (tab?.rows.length ?? 0) + 1;
    const cells = (tab?.rows[row] ?? []).map((cell, column) => {
      const isMoment = column === tab?.rows[0]?.indexOf('Timestamp') && typeof cell === 'number';
      return isMoment ? '24/11/2026 08.00.00' : cell;
    });
    office.people.typeCells({
      spreadsheetId: sheetId,
      range: onTab(`A${target}`),
      rows: [cells],
    });
    return String(target);
  };

  test('a row that is copied is asked about beside the copy; the original keeps all that it had', async () => {
    await comesToRest();
    const before = office.rows();

    copyRow();
    await comesToRest();

    expect(office.rows().slice(0, 2)).toEqual(before);
    expect(String(office.rows()[2]?.remarks)).toMatch(/salin/i);
    expect(await office.tickets()).toHaveLength(2);
  });

  test('a copied row with another day is a request of its own', async () => {
    await comesToRest();
    const before = office.rows();

    const row = copyRow();
    const header = office.book().tabs.find(({ name }) => name === requestTab.name)?.rows[0] ?? [];
    const column = String.fromCharCode(65 + header.indexOf('Tanggal Mulai'));
    office.people.typeCells({
      spreadsheetId: sheetId,
      range: onTab(`${column}${row}`),
      rows: [['14/12/2026']],
    });
    await comesToRest();

    expect(office.rows().slice(0, 2)).toEqual(before);
    expect(tickets()).toEqual([...given, 'Rapat A VC-2026-0003']);
  });

  test('with the ledger of yesterday no number that stands in the sheet goes to anybody else', async () => {
    await office.done();
    await office.stop();
    copyFileSync(office.ledgerPath, `${office.ledgerPath}.kemarin`);
    office.setClock('2026-11-25T08:05:00+08:00');
    office.submit('Rapat C', { 'Tanggal Mulai': '04/12/2026' }, 'c@dikbud.test');
    office.setClock('2026-11-25T08:06:00+08:00');
    office.submit('Rapat D', { 'Tanggal Mulai': '07/12/2026' }, 'd@dikbud.test');
    await comesToRest();
    await office.stop();
    loseLedger();
    copyFileSync(`${office.ledgerPath}.kemarin`, office.ledgerPath);
    office.people.deleteLines({
      spreadsheetId: sheetId,
      tab: requestTab.name,
      dimension: 'ROWS',
      at: 3,
    });

    office.submit('Rapat E', { 'Tanggal Mulai': '08/12/2026' }, 'e@dikbud.test');
    await comesToRest();

    expect(tickets()).toEqual([...given, 'Rapat D VC-2026-0004', 'Rapat E VC-2026-0005']);
  });

  test('a first pass over many requests that may not write is made good by the next one', async () => {
    for (let number = 1; number <= 25; number += 1) {
      office.setClock(office.clock() + 60_000);
      const on = { 'Tanggal Mulai': `${number}/01/2027` };
      office.submit(`Rapat ${number}`, on, `p${number}@dikbud.test`);
    }
    const fault = office.double.faults.add({
      on: { id: 'sheets.spreadsheets.batchUpdate' },
      fault: { kind: 'refuse', status: 403, reason: 'forbidden' },
    });
    expect((await office.pass()).kind).toBe('failed');
    office.double.faults.remove(fault);

    await comesToRest();

    expect(office.rows().every(({ ticket }) => /^VC-2026-\d{4}$/.test(String(ticket)))).toBe(true);
    expect(new Set(tickets()).size).toBe(27);
  });

  test('a clock that went back by days stops the pass in words, and nothing is written', async () => {
    await comesToRest();
    office.submit('Rapat C', { 'Tanggal Mulai': '04/12/2026' }, 'c@dikbud.test');
    const before = office.rows();

    office.setSkew(-3 * day);
    expect(says(await office.pass())).toMatch(/Nothing was written.*clock/s);

    expect(office.rows()).toEqual(before);
    office.setSkew(0);
    await comesToRest();
    expect(tickets()).toEqual([...given, 'Rapat C VC-2026-0003']);
  });

  describe('with the ledger lost', () => {
    beforeEach(async () => {
      office.submit('Rapat Lalu', { 'Tanggal Mulai': '20/11/2026' }, 'l@dikbud.test');
      await office.done();
      office.type('Rapat A', 'officers', 'Yusuf Mohamad');
      office.type('Rapat B', 'state', 'Ditolak');
      office.type('Rapat B', 'reason', 'Ruangan dipakai');
      await comesToRest();
      await office.stop();
      loseLedger();
    });

    test('adopt finds every document again', async () => {
      const documents = office.documents();
      expect(documents.length).toBeGreaterThan(0);

      await office.done({ adopt: true, acceptLargeChange: true });
      await comesToRest();

      expect(office.documents()).toEqual(documents);
    });

    test('a pass without adopt makes no documents beside those that are there', async () => {
      const before = [office.rows(), office.documents()];

      expect(says(await office.pass())).toMatch(/ledger is empty/);

      expect([office.rows(), office.documents()]).toEqual(before);
    });
  });

  const loseLedger = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(office.ledgerPath + end, { force: true });
  };
});
