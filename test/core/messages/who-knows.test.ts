import { expect, test } from 'vitest';
import { whoKnows } from '../../../src/core/messages/who-knows.ts';
import { collectReportFacts } from '../../../src/core/rules/collect-report-facts.ts';
import { aCase, aSituation } from '../../support/builders.ts';

const missingOf = (subject = aCase()) =>
  collectReportFacts([subject], aSituation()).get(subject.ticket)?.decided?.reportFacts?.missing ??
  [];

const headers = (facts: readonly { readonly header: string }[]) =>
  facts.map(({ header }) => header);

test('what everybody there saw is asked of both, the recording of whoever made it', () => {
  const { requester, officer } = whoKnows(missingOf(aCase({ answers: { recording: true } })));

  expect(headers(requester)).toEqual([
    'Pejabat Memimpin',
    'Mulai Aktual',
    'Selesai Aktual',
    'Peserta Hadir',
    'Kendala Ada',
  ]);
  expect(headers(officer)).toEqual([
    ...headers(requester).slice(0, 4),
    'Hasil Rekaman',
    'Kendala Ada',
  ]);
});

test('where nobody of ours was, the requester is asked for all of it', () => {
  const { requester, officer } = whoKnows(missingOf(), { hasOfficer: false });

  expect(headers(requester)).toContain('Kendala Ada');
  expect(officer).toEqual([]);
});

test('a cell that nobody understood is asked of nobody outside', () => {
  const { staff } = whoKnows([
    { header: 'Peserta Hadir', what: 'tidak terbaca', filled: true },
    { header: 'Peralatan Disiapkan', what: '"aa" tidak ada di tab Peralatan', filled: true },
  ]);

  expect(headers(staff)).toEqual(['Peserta Hadir', 'Peralatan Disiapkan']);
});
