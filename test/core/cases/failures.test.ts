import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { failureNotices } from '../../../src/core/cases/failures.ts';
import type { Case, Rule, Situation } from '../../../src/core/cases/situation.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { makePlan } from '../../../src/core/plan/make-plan.ts';
import { readRequest } from '../../../src/core/reading/read-request.ts';
import { observe } from '../../../src/core/rows/observe.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { documentKinds } from '../../../src/documents/document-kinds.ts';
import { wantedDocuments } from '../../../src/documents/wanted-documents.ts';
import { aCase, aDesk, aSituation } from '../../support/builders.ts';
import { carriedOut, emptyLedger, type PureDesk } from '../../support/pure-pass.ts';

const headers = requestTab.columns.map(({ header }) => header);
const cellsOf = (cells: Readonly<Record<string, string | number>>) =>
  requestTab.columns.map(({ field }) => cells[field] ?? '');
const aRow = (event: string, startTime: string, institution = 'Bappeda') =>
  cellsOf({
    submittedAt: 46342.4,
    email: `${event}@contoh.test`,
    requesterName: 'Contoh',
    institution,
    phone: '081200001111',
    event,
    startDay: '23/11/2026',
    startTime,
    endTime: '11.00',
    place: 'Aula',
    serviceKind: 'Link Host + Operator',
    platform: 'Zoom',
    participants: 20,
  });
const timeZone = 'Asia/Makassar';
const now = Temporal.Instant.from('2026-11-17T01:00:00Z');

const passOver = (
  { tab, ledger }: PureDesk,
  {
    read = readRequest,
    order = rules,
  }: { read?: typeof readRequest; order?: readonly Rule[] } = {},
) => {
  const desk = aDesk();
  const situation = { ...aSituation({ desk }), now, timeZone };
  const observation = observe({ tab, ledger, situation, read });
  const cases = decide(observation.cases, situation, order);
  const documents = new Map();
  const plan = makePlan({
    observation,
    cases,
    situation,
    ledger,
    documents,
    linked: [],
    drafts: new Map(),
    overview: [],
  });
  return { cases, plan };
};
const aPureDesk = (...rows: readonly (readonly (string | number)[])[]): PureDesk => ({
  tab: { name: 'Permohonan', rows: [headers, ...rows] },
  registers: [],
  ledger: emptyLedger,
});

describe('a reader that throws over one row', () => {
  const read: typeof readRequest = (row) => {
    if (row.cells.startTime === 'boom') throw new RangeError('boom');
    return readRequest(row);
  };

  test('names the column beside that row, and its neighbours go on', () => {
    const { cases, plan } = passOver(aPureDesk(aRow('satu', 'boom'), aRow('dua', '09.00')), {
      read,
    });

    const changed = (ticket: string) =>
      plan.cells.filter((cell) => cell.ticket === ticket).map(({ field }) => field);
    expect(changed('VC-2026-0001')).toEqual(['ticket', 'remarks']);
    expect(changed('VC-2026-0002')).toContain('officers');
    expect(cases[0]?.findings.at(-1)?.text).toContain('Jam Mulai tidak dapat diolah');
    expect(cases[0]?.findings.at(-1)?.text).toContain('RangeError');
    expect(failureNotices(cases)[0]).toContain('VC-2026-0001');
  });

  test('keeps what was booked for that row, at its last known hour', () => {
    const first = aPureDesk(aRow('satu', '09.00'));
    const booked = carriedOut(first, passOver(first).plan);
    const broken = booked.tab.rows.map((row) =>
      row.map((cell) => (cell === '09.00' ? 'boom' : cell)),
    );
    const tab = { ...booked.tab, rows: [...broken, aRow('dua', '09.00')] };

    const { cases, plan } = passOver({ ...booked, tab }, { read });

    expect(
      plan.cells.filter(({ ticket }) => ticket === 'VC-2026-0001').map(({ field }) => field),
    ).toEqual(['remarks']);
    const [one, two] = cases.map(({ decided }) => decided);
    expect(one?.officers?.people[0]?.name).not.toBe(two?.officers?.people[0]?.name);
    expect(one?.licence?.name).not.toBe(two?.licence?.name);
  });

  test('is met in any column, and when nothing at all can be read', () => {
    const { plan, cases } = passOver(aPureDesk(aRow('satu', '09.00')), {
      read: () => {
        throw new Error('never');
      },
    });

    expect(plan.cells.map(({ field }) => field)).toEqual(['ticket', 'remarks']);
    expect(cases[0]?.request.answers.sensitivity).toBe('rahasia');
  });
});

describe('a rule that throws', () => {
  const throwsOver =
    (...events: readonly string[]): Rule =>
    (cases) => {
      const found = cases.some(({ request }) => events.includes(request.answers.event ?? ''));
      if (found) throw new TypeError('no');
      return new Map(
        cases.map(({ ticket }) => [ticket, { findings: [{ kind: 'warning', text: 'ok' }] }]),
      );
    };
  const many = Array.from({ length: 40 }, (_, index) =>
    aCase({ ticket: `VC-2026-${1000 + index}`, answers: { event: `acara ${index}` } }),
  );

  test('over some rows is named beside them alone', () => {
    const cases = decide(many, aSituation(), [throwsOver('acara 7', 'acara 31')]);

    const failing = cases.filter(({ failures }) => failures).map(({ ticket }) => ticket);
    expect(failing).toEqual(['VC-2026-1007', 'VC-2026-1031']);
    const told = cases.filter(({ findings }) => findings.some(({ text }) => text === 'ok'));
    expect(told).toHaveLength(38);
  });

  test('whatever rows there are leaves what it decided before', () => {
    const first = aPureDesk(aRow('satu', '09.00'));
    const booked = carriedOut(first, passOver(first).plan);
    const whole: Rule = () => {
      throw new Error('always');
    };
    const order = rules.map((rule) => (rule.name === 'assignOfficers' ? whole : rule));

    const { cases, plan } = passOver(booked, { order });

    expect(plan.cells.map(({ field }) => field)).not.toContain('officers');
    expect(failureNotices(cases)[0]).toContain('Aturan whole gagal');
  });

  test('over ten thousand rows overflows nothing', () => {
    const crowd = Array.from({ length: 10_000 }, (_, index) =>
      aCase({ ticket: `VC-2026-${10_000 + index}`, answers: { event: `acara ${index}` } }),
    );

    const cases = decide(crowd, aSituation(), [throwsOver('acara 9000')]);

    expect(cases.filter(({ failures }) => failures)).toHaveLength(1);
  });
});

describe('a document whose view throws', () => {
  test('keeps no other from being made, and is told', () => {
    const unmade: string[] = [];
    const state = { is: 'Terjadwal', because: '' } as const;
    const officers = {
      kind: 'assigned',
      people: [{ name: 'Andi', role: 'lead', provisional: false }],
      because: '',
    } as const;
    const kinds = documentKinds.map((kind) =>
      kind.about === 'event' && kind.key === 'surat-tugas'
        ? {
            ...kind,
            wanted: (subject: Case, situation: Situation) => {
              if (subject.ticket === 'VC-2026-0002') throw new TypeError('no view');
              return kind.wanted(subject, situation);
            },
          }
        : kind,
    );
    const cases = ['VC-2026-0002', 'VC-2026-0001'].map((ticket) =>
      aCase({ ticket, decided: { state, officers } }),
    );

    const wanted = wantedDocuments(cases, aSituation(), {
      kinds,
      unmade: ({ key }) => unmade.push(key),
    });

    expect(unmade).toEqual(['surat-tugas/VC-2026-0002']);
    expect(wanted.map(({ key }) => key)).toContain('surat-tugas/VC-2026-0001');
  });
});
