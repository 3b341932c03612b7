import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import type { Rule } from '../../src/core/cases/situation.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { findTab } from '../../src/core/sheet/locate-columns.ts';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import type { EventDocumentKind } from '../../src/documents/document-kind.ts';
import { dutyLetter } from '../../src/documents/kinds/duty-letter.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import type { PassOptions, PassParts } from '../../src/service/pass/pass-parts.ts';
import type { PassReport } from '../../src/service/pass/pass-report.ts';
import { runPass } from '../../src/service/pass.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';

const day = (text: string) => dayToSerial(Temporal.PlainDate.from(text));
const now = Temporal.Instant.from('2026-11-17T09:00:00+08:00');
const aRow = (minute: number) => ({
  submittedAt: day('2026-11-16') + (540 + minute) / 1440,
  email: 'pemohon@contoh.test',
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: `Rapat ${minute}`,
  startDay: day('2026-11-23'),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Operator saja',
  confirmed: '✓',
});
const none = { maxChangedShare: 0, alwaysAllowedRows: 0 };

let desk: TestDesk;
afterEach(() => desk.remove());

const pass = async (
  options: Partial<PassOptions>,
  change: (parts: PassParts) => PassParts = (parts) => parts,
): Promise<PassReport> => {
  const open = await openDesk(desk.config, { now, toWrite: true, progress: () => undefined });
  try {
    return await runPass(change(open), { now, ...options });
  } finally {
    await open.close();
  }
};

/** A rule that tells whether it was asked. */
const aRule = () => {
  const asked: string[] = [];
  const rule: Rule = () => {
    asked.push('rule');
    return new Map();
  };
  return { asked, rule };
};

describe('a plan', () => {
  test('is refused when it would change too much only once the documents are made', async () => {
    desk = deskWith([aRow(1), aRow(2)]);
    await pass({ documents: [] });
    const before = await desk.rows();
    const telling: EventDocumentKind = {
      ...dutyLetter,
      remarksBeside: () => [{ kind: 'warning', text: 'Surat harus dicetak dua kali.' }],
    };
    const strict = (parts: PassParts): PassParts => ({ ...parts, limits: none });

    const refused = await pass({ documents: [telling] }, strict);

    expect(refused.look.refusals.map(({ kind }) => kind)).toEqual(['large-change']);
    expect(refused.cells).toEqual({ written: 0, overtaken: 0, failed: 0 });
    expect(await desk.rows()).toEqual(before);
    // The documents stand; the next pass asks the same before it does anything.
    expect(refused.documents).toHaveLength(2);
    const next = await pass({ documents: [telling] }, strict);
    expect(next.look.refusals.map(({ kind }) => kind)).toEqual(['large-change']);
    expect(next.documents).toEqual([]);
    const meant = await pass({ documents: [telling], acceptLargeChange: true }, strict);
    expect(meant.cells.written).toBeGreaterThan(0);
  });

  test('is not even made of a workbook that would be misread', async () => {
    desk = deskWith([aRow(1)]);
    const { asked, rule } = aRule();
    const withoutRequests = (parts: PassParts): PassParts => ({
      ...parts,
      workbook: {
        ...parts.workbook,
        ask: async () => {
          const snapshot = await parts.workbook.read();
          const requests = findTab(snapshot, requestTab);
          const tabs = snapshot.tabs.filter((tab) => tab !== requests);
          return { mark: '', read: () => ({ tabs }) };
        },
      },
    });

    const { look } = await pass({ rules: [rule] }, withoutRequests);

    expect([look.kind, look.refusals.map(({ kind }) => kind)]).toEqual([
      'misread',
      ['missing-tab'],
    ]);
    expect(asked).toEqual([]);
  });

  test('is not made by a wrong clock either', async () => {
    desk = deskWith([aRow(1)]);
    await pass({});
    const { asked, rule } = aRule();

    const { look } = await pass({ rules: [rule], now: now.subtract({ hours: 1 }) });

    expect([look.kind, look.refusals.map(({ kind }) => kind)]).toEqual([
      'misread',
      ['earlier-clock'],
    ]);
    expect(asked).toEqual([]);
  });
});

describe('rules and documents given from outside', () => {
  test('take nothing out of columns that they do not decide about', async () => {
    desk = deskWith([aRow(1)]);
    await pass({});
    const before = await desk.rows();

    const { cells } = await pass({ rules: [], documents: [] });

    const [was, is] = [before[0], (await desk.rows())[0]];
    expect(was?.officers).not.toBe('');
    expect(was?.dutyLetter).not.toBe('');
    expect({ ...is, remarks: was?.remarks }).toEqual(was);
    expect(cells.overtaken).toBe(0);
  });
});
