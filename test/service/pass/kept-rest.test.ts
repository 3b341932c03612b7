/** What one process leaves to the next: a desk that rests is told of as it was, and nothing else lets it rest. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../../src/config.ts';
import { restNote } from '../../../src/ledger/rest-note.ts';
import { type OpenDesk, openDesk } from '../../../src/service/open-desk.ts';
import { keepRest, keptRest } from '../../../src/service/pass/kept-rest.ts';
import type { PassReport } from '../../../src/service/pass/pass-report.ts';
import { restGround } from '../../../src/service/pass/rest-ground.ts';
import { runPass } from '../../../src/service/pass.ts';
import { deskWith, type TestDesk } from '../../support/desk.ts';

/** As JSON has it. */
type Left = Record<string, unknown>;
const plain = (left: unknown): Left => JSON.parse(JSON.stringify(left));
const withFinding = (left: Left, finding: object): Left => ({
  ...left,
  told: { requests: 1, notices: [], concerns: [{ tab: 'Permohonan', findings: [finding] }] },
});

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-23T${time}+08:00`);

describe('what a pass left in the ledger', () => {
  let desk: TestDesk;
  let open: OpenDesk;
  let settled: PassReport;
  const groundOf = (config: Config, program = 'this build', home = 'meja') =>
    restGround(config, { home, program });
  /** As another process would. */
  const passByWhatWasLeft = async (time: string, ground = groundOf(desk.config)) => {
    const quiet = await keptRest(open.ledger);
    return runPass({ ...open, ground }, { now: at(time), ...(quiet && { quiet }) });
  };
  const leave = async (time: string): Promise<PassReport> => {
    const parts = { ...open, ground: groundOf(desk.config) };
    await runPass(parts, { now: at(time) });
    const report = await runPass(parts, { now: at(time) });
    if (report.quiet === undefined) throw new Error('The desk did not come to rest.');
    await keepRest(open.ledger, report);
    return report;
  };

  beforeAll(async () => {
    desk = deskWith([
      {
        submittedAt: 46_349.35,
        email: 'pemohon@bappeda.test',
        requesterName: 'Rahmat Pakaya',
        institution: 'Bappeda',
        event: 'Rapat Evaluasi',
        startDay: '30/11/2026',
        startTime: 'pagi',
        place: 'Aula',
        serviceKind: 'Link Host + Operator',
        participants: 40,
      },
    ]);
    open = await openDesk(desk.config, { now: at('10:00') });
    settled = await leave('10:00');
  });
  afterAll(async () => {
    await open.close();
    desk.remove();
  });

  test('lets the next one rest, which tells of the desk as the one before it did', async () => {
    const rested = await passByWhatWasLeft('10:01');

    expect(rested.look.kind).toBe('unchanged');
    expect(settled.look.plan.concerns).not.toHaveLength(0);
    expect(rested.look.plan.concerns).toEqual(settled.look.plan.concerns);
    expect(rested.look.notices).toEqual(settled.look.notices);
    expect(rested.requests).toBe(1);
    expect(rested.idle).toBe(true);
  });

  test.each([
    ['another build', () => groundOf(desk.config, 'another build')],
    ['other settings', () => groundOf({ ...desk.config, charts: 'pictures' })],
    ['another place', () => groundOf(desk.config, 'this build', 'lain')],
    ['a program that runs from its source', () => restGround(desk.config, { home: 'meja' })],
  ])('says nothing to %s', async (_, ground) => {
    expect((await passByWhatWasLeft('10:01', ground())).look.kind).toBe('seen');
  });

  test('comes back as it was left, to the last field', async () => {
    const { quiet } = await leave('10:01');

    expect(quiet?.documents).not.toHaveLength(0);
    expect(quiet?.told?.concerns.flatMap(({ findings }) => findings)).not.toHaveLength(0);
    expect(plain(await keptRest(open.ledger))).toEqual(plain(quiet));
  });

  test.each([
    ['in nothing alike', () => ({ rested: 'yes' })],
    ['with a field less', ({ revision: _, ...rest }: Left) => rest],
    ['with a field more', (left: Left) => ({ ...left, mood: 'calm' })],
    ['with a moment that is none', (left: Left) => ({ ...left, since: 'yesterday' })],
    ['with a document that is none', (left: Left) => ({ ...left, documents: [{ id: 7 }] })],
    ['with a finding that is none', (left: Left) => withFinding(left, { kind: 'joke', text: '' })],
  ])(
    'is not gone by where it looks otherwise than this build leaves it: %s',
    async (_, changed) => {
      const left = (await open.ledger.recall(restNote)) ?? '';
      await open.ledger.note(restNote, JSON.stringify(changed(JSON.parse(left))));
      const other = await keptRest(open.ledger);
      await open.ledger.note(restNote, left);

      expect(other).toBeUndefined();
    },
  );

  test('says nothing any more when somebody typed, a document is gone, an hour has passed or the ledger went on', async () => {
    await desk.type('VC-2026-0001', 'place', 'Ruang rapat');
    expect((await passByWhatWasLeft('10:02')).look.kind).toBe('seen');

    const { quiet } = await leave('10:03');
    rmSync(join(desk.config.documents, quiet?.documents?.[0]?.id ?? 'none'));
    expect((await passByWhatWasLeft('10:04')).look.kind).toBe('seen');

    await leave('10:05');
    expect((await passByWhatWasLeft('10:06')).look.kind).toBe('unchanged');
    expect((await passByWhatWasLeft('11:06')).look.kind).toBe('seen');

    await leave('11:07');
    await open.ledger.remember('anything', 'new');
    expect((await passByWhatWasLeft('11:08')).look.kind).toBe('seen');
  });

  test('is left by no pass after which the ledger went on', async () => {
    const report = await leave('11:10');
    await open.ledger.note(restNote, '');
    await open.ledger.remember('anything', 'newer');

    await keepRest(open.ledger, report);

    expect(await open.ledger.recall(restNote)).toBe('');
  });

  test('is left by no pass that could not look at something, and by none that rested', async () => {
    const { look, quiet } = await leave('11:20');
    if (look.kind !== 'seen') throw new Error('The pass did not look.');
    const rested = await passByWhatWasLeft('11:21');
    await open.ledger.note(restNote, '');

    await keepRest(open.ledger, { look: { ...look, isTroubled: true }, ...(quiet && { quiet }) });
    await keepRest(open.ledger, rested);

    expect(rested.look.kind).toBe('unchanged');
    expect(await open.ledger.recall(restNote)).toBe('');
  });
});
