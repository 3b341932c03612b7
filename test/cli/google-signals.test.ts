import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGoogleDouble } from '../google-double/google-double.ts';
import { buildCommandLine, type CommandLine } from '../support/command-line.ts';
import { smallTabs, writeGoogleDesk } from '../support/google-desk-files.ts';
import { todays } from '../support/long-runs.ts';

const now = '2026-11-24T08:30:00+08:00';
const sheetId = 'lembar-layanan-vicon-0001';

describe('run on a Google desk that is asked to stop while it works', () => {
  let cli: CommandLine;
  let dir = '';
  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-henti-'));
  });
  afterAll(() => {
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  // That each of them is heard is told in `stop-signals.test.ts`.
  test.each(todays(['SIGTERM', 'SIGINT', 'SIGHUP'] as const))(
    '%s lets the pass finish',
    async (signal) => {
      const desk = mkdtempSync(join(dir, 'meja-'));
      const tabs = await smallTabs(desk);
      const double = createGoogleDouble({
        data: {
          spreadsheets: [
            {
              id: sheetId,
              title: 'Buku Layanan',
              timeZone: 'Asia/Makassar',
              locale: 'in_ID',
              tabs,
            },
          ],
        },
      });
      const listening = await double.listen(0);
      const settings = writeGoogleDesk(desk, { spreadsheet: sheetId, endpoint: listening.url });
      try {
        const running = cli.start(['run', '--config', settings, '--now', now]);
        const ended = running.ended();
        const documents = () =>
          [...double.world.files.values()].filter(({ name }) => name.endsWith('.docx')).length;
        const timer = setInterval(() => {
          if (documents() === 0) return;
          clearInterval(timer);
          running.stop(signal);
        }, 2);
        const { err, exit, out } = await ended;
        clearInterval(timer);

        expect(err).toContain('finishing what was begun');
        expect(out).toMatch(/5 requests, 5 new; \d+ cells written, 6 documents saved/);
        expect(exit).toBe(1);
        expect(documents()).toBe(6);
        expect(double.traffic.count({ api: 'sheets', kind: 'write' })).toBe(1);
      } finally {
        await listening.close();
      }
    },
  );
});
