import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import type { Remembered } from '../../../src/core/cases/situation.ts';
import { openDesk } from '../../../src/service/open-desk.ts';
import { checkMemory, nightOf } from '../../../src/service/pass/memory-check.ts';
import type { Quiet } from '../../../src/service/pass/quiet.ts';
import { runPass } from '../../../src/service/pass.ts';
import { deskWith } from '../../support/desk.ts';

test('memory that decides otherwise is found, and one that does not is not', async () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00+08:00');
  const desk = deskWith([{ submittedAt: 46_349.35, event: 'Rapat', institution: 'Bappeda' }]);
  const open = await openDesk(desk.config, { now });
  const right = openRemembered();
  const wrong = neverForgetting();
  for (const memory of [right, wrong])
    expect(await checkMemory(open, { now, memory, quiet: undefined })).toBe('same');

  await desk.rewrite((rows) => rows.map((row) => ({ ...row, institution: 'Inspektorat' })));

  expect(await checkMemory(open, { now, memory: right, quiet: undefined })).toBe('same');
  expect(await checkMemory(open, { now, memory: wrong, quiet: undefined })).toBe('differs');

  await open.close();
  desk.remove();
});

/** What was kept under a name stays, whatever is given later. */
const neverForgetting = (): Remembered => {
  const first = new Map<string, unknown>();
  return {
    ...openRemembered(),
    same: <T>(name: string, given: T): T => {
      if (!first.has(name)) first.set(name, given);
      return first.get(name) as T;
    },
  };
};

test('a desk that rests although it would do something, or a document would be another, is found', async () => {
  const at = (minute: number) =>
    Temporal.Instant.from('2026-11-23T02:00:00+08:00').add({ minutes: minute });
  const desk = deskWith([{ submittedAt: 46_349.35, event: 'Rapat', institution: 'Bappeda' }]);
  const open = await openDesk(desk.config, { now: at(0) });
  await runPass(open, { now: at(0) });
  const { quiet } = await runPass(open, { now: at(1) });
  if (quiet === undefined) throw new Error('The desk did not come to rest.');
  const check = (left: Quiet) =>
    checkMemory(open, { now: at(2), memory: openRemembered(), quiet: left });

  expect(quiet.documents?.length).toBeGreaterThan(0);
  expect(await check(quiet)).toBe('same');
  expect(await check({ ...quiet, documents: [] })).toBe('differs');

  await open.close();
  desk.remove();
});

test('a night begins at two, so that it is checked while nobody works', () => {
  const night = (time: string) => nightOf(Temporal.Instant.from(`${time}+08:00`), 'Asia/Makassar');

  expect(night('2026-11-23T23:00')).toBe(night('2026-11-24T01:59'));
  expect(night('2026-11-24T02:00')).not.toBe(night('2026-11-24T01:59'));
});
