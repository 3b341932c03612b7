/** Two offices whose settings name one and the same ledger. */
import { readFileSync, renameSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openDesk } from '../../src/service/open-desk.ts';
import type { PassOptions } from '../../src/service/pass/pass-parts.ts';
import type { PassReport } from '../../src/service/pass/pass-report.ts';
import { runPass } from '../../src/service/pass.ts';
import { deskWith } from '../support/desk.ts';
import { aRow } from '../support/post-desk.ts';
import { describeOnPostgres, postgresServer } from '../support/postgres.ts';

describeOnPostgres('a desk number that two offices were given', () => {
  test('is the first one’s: the second is refused and named, and the first goes on even where its workbook is moved', async () => {
    const ledger = `${await (await postgresServer()).newDatabase()}&desk=1`;
    const [first, second] = [1, 2].map((number) => deskWith([aRow(number)])) as [
      ReturnType<typeof deskWith>,
      ReturnType<typeof deskWith>,
    ];
    const passOver = async (
      config: typeof first.config,
      time: string,
      options: Partial<PassOptions> = {},
    ): Promise<PassReport> => {
      const now = Temporal.Instant.from(`2026-11-16T${time}+08:00`);
      const desk = await openDesk({ ...config, ledger }, { now });
      try {
        return await runPass(desk, { now, ...options });
      } finally {
        await desk.close();
      }
    };
    const refused = ({ look }: PassReport) =>
      look.refusals.map(({ kind, text }) => ({ kind, text }));
    await passOver(first.config, '09:00');
    await passOver(first.config, '09:01');
    const untouched = readFileSync(second.config.workbook);

    const [refusal, ...others] = refused(await passOver(second.config, '09:02'));

    expect(refusal?.kind).toBe('other-desk');
    expect(refusal?.text).toContain(first.config.workbook);
    expect(refusal?.text).toContain(second.config.workbook);
    expect(others).toEqual([]);
    expect(readFileSync(second.config.workbook).equals(untouched)).toBe(true);
    expect(await passOver(first.config, '09:03')).toMatchObject({ idle: true });

    const workbook = first.config.workbook.replace('.xlsx', ' baru.xlsx');
    renameSync(first.config.workbook, workbook);
    expect(refused(await passOver({ ...first.config, workbook }, '09:04'))).toEqual([]);

    const meant = await passOver(second.config, '09:05', { acceptLargeChange: true });
    expect(refused(meant)).toEqual([]);
    for (const desk of [first, second]) desk.remove();
  });
});
