import { expect, test } from 'vitest';
import { whoKnows } from '../../../src/core/messages/who-knows.ts';
import { collectReportFacts } from '../../../src/core/rules/collect-report-facts.ts';
import { aCase, aSituation } from '../../support/builders.ts';

const missingOf = (subject = aCase()) =>
  collectReportFacts([subject], aSituation()).get(subject.ticket)?.decided?.reportFacts?.missing ??
  [];

const headers = (facts: readonly { readonly header: string }[]) =>
  facts.map(({ header }) => header);

test('who led and how many came is asked of the requester, hours and incidents of whoever was there', () => {
  const { requester, officer } = whoKnows(missingOf());

  expect(headers(requester)).toEqual(['Pejabat Memimpin', 'Peserta Hadir']);
  expect(headers(officer)).toEqual(['Mulai Aktual', 'Selesai Aktual', 'Kendala Ada']);
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
