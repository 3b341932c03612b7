import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { DocumentRecord } from '../../../src/core/cases/ledger-state.ts';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import type { Remembered } from '../../../src/core/cases/situation.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { makePlan } from '../../../src/core/plan/make-plan.ts';
import { recognise } from '../../../src/core/rows/recognise.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { timeZone } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { carriedOut, emptyLedger, planOf } from '../../support/pure-pass.ts';

const now = '2026-11-17T09:07:00+08:00';
const headers = requestTab.columns.map(({ header }) => header);
const linked = [
  { key: 'laporan', title: 'Laporan', linkedBy: 'report' },
  { key: 'surat-tugas', title: 'Surat Tugas', linkedBy: 'dutyLetter' },
] as const;

/** More requests than are planned together. */
const settled = (() => {
  const rows = Array.from({ length: 150 }, (_, at) =>
    requestTab.columns.map(({ field }) =>
      field === 'institution' ? 'Bappeda' : field === 'event' ? `Rapat ${at}` : '',
    ),
  );
  const tab = { name: requestTab.name, rows: [headers, ...rows] };
  const fresh = { tab, registers: [], ledger: emptyLedger };
  return carriedOut(fresh, planOf(fresh, now));
})();
const tickets = [...settled.ledger.tickets.keys()];

type Documents = ReadonlyMap<string, DocumentRecord>;

/** The plans of looks that find the same rows, and other documents. */
const plansOver = (looks: readonly Documents[], remembered?: Remembered) => {
  const { observation, situation } = recognise(
    { tabs: [settled.tab] },
    {
      ledger: settled.ledger,
      now: Temporal.Instant.from(now),
      timeZone,
      rules,
      ...(remembered && { remembered }),
    },
  );
  const cases = decide(observation.cases, situation);
  const around = { observation, cases, situation, ledger: settled.ledger, linked };
  return looks.map((documents) =>
    makePlan({ ...around, documents, drafts: new Map(), overview: [] }),
  );
};

const saved = (at: number, url: string): readonly [string, DocumentRecord] => {
  const key = `${linked[at % 2]?.key}/${tickets[Math.floor(at / 2)]}`;
  const record = { key, edition: 1, fingerprint: url, contentHash: 'h', url, title: 'Dokumen' };
  return [key, record];
};

test('documents that come, change and go from look to look are linked as if nothing were remembered', () => {
  const aSave = fc.tuple(fc.nat({ max: 2 * tickets.length - 1 }), fc.constantFrom('a', 'b', 'c'));
  const aLook = fc.oneof(
    fc.array(aSave, { maxLength: 2 }).map((saves) => ({ saves, isGone: false })),
    fc.constant({ saves: [], isGone: true }),
  );
  fc.assert(
    fc.property(fc.array(aLook, { minLength: 2, maxLength: 6 }), (changes) => {
      let documents: Documents = new Map(
        Array.from({ length: 2 * tickets.length }, (_, at) => saved(at, 'a')),
      );
      const looks = changes.map(({ saves, isGone }) => {
        documents = isGone
          ? new Map([...documents].slice(1))
          : new Map([...documents, ...saves.map(([at, url]) => saved(at, url))]);
        return documents;
      });

      const warm = plansOver(looks, openRemembered());

      expect(warm.map(({ cells }) => cells)).toEqual(plansOver(looks).map(({ cells }) => cells));
    }),
    { numRuns: runs(15, 60) },
  );
});
