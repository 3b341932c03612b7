import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readRequest } from '../../../src/core/reading/read-request.ts';
import { openRowMemory } from '../../../src/core/reading/remembered-rows.ts';
import { openDesk } from '../../../src/service/open-desk.ts';
import { checkMemory, nightOf } from '../../../src/service/pass/memory-check.ts';
import { deskWith } from '../../support/desk.ts';

test('memory that decides otherwise is found, and one that does not is not', async () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00+08:00');
  const desk = deskWith([{ submittedAt: 46_349.35, event: 'Rapat', institution: 'Bappeda' }]);
  const open = await openDesk(desk.config, { now });
  const right = openRowMemory();
  const wrong = openRowMemory((row) => ({ ...readRequest(row), findings: [] }));

  expect(await checkMemory(open, { now, rows: right, quiet: undefined })).toBe('same');
  expect(await checkMemory(open, { now, rows: wrong, quiet: undefined })).toBe('differs');

  await open.close();
  desk.remove();
});

test('a night begins at two, so that it is checked while nobody works', () => {
  const night = (time: string) => nightOf(Temporal.Instant.from(`${time}+08:00`), 'Asia/Makassar');

  expect(night('2026-11-23T23:00')).toBe(night('2026-11-24T01:59'));
  expect(night('2026-11-24T02:00')).not.toBe(night('2026-11-24T01:59'));
});
