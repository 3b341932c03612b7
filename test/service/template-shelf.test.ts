import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ownTemplates } from '../../src/config.ts';
import type { DocumentKind, WantedDocument } from '../../src/documents/document-kind.ts';
import { documentKinds } from '../../src/documents/document-kinds.ts';
import { activityReport } from '../../src/documents/kinds/activity-report.ts';
import { openTemplateShelf } from '../../src/service/template-shelf.ts';
import { carelessAbout } from '../support/careless-template.ts';
import { aDocx, p, textOf } from '../support/docx.ts';
import { savedAnew } from '../support/saved-anew.ts';

const aReport = (overrides: Partial<WantedDocument> = {}): WantedDocument => ({
  key: 'laporan/VC-2026-0001',
  kind: 'laporan',
  folder: ['Laporan'],
  name: 'VC-2026-0001 Laporan Kegiatan.docx',
  view: activityReport.sample,
  because: '',
  ...overrides,
});

/** The smallest PNG there is. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('template shelf', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-shelf-'));
    cpSync(ownTemplates, join(dir, 'templates'), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const report = () => join(dir, 'templates', 'laporan-kegiatan.docx');
  const lastGood = (file: string) => join(dir, 'last-good', file);
  const open = (
    extra: {
      readonly logo?: string;
      readonly chartsAsPictures?: boolean;
      readonly zone?: string;
    } = {},
  ) =>
    openTemplateShelf({
      folder: join(dir, 'templates'),
      builtIn: ownTemplates,
      lastGood: join(dir, 'last-good'),
      keep: true,
      chartsAsPictures: false,
      zone: 'WITA',
      ...extra,
    });

  test('a template that the build judged prints the same, and one that somebody changed since is judged', () => {
    const builtIn = readFileSync(join(ownTemplates, 'laporan-kegiatan.docx'));
    const judged = { laporan: [createHash('sha256').update(builtIn).digest('hex')] };
    const shelf = (known?: typeof judged) =>
      openTemplateShelf({
        folder: join(dir, 'templates'),
        builtIn: ownTemplates,
        lastGood: join(dir, 'last-good'),
        ...(known && { judged: known }),
        keep: true,
        chartsAsPictures: false,
        zone: 'WITA',
      }).take([activityReport]);
    const [one, other] = [shelf(judged), shelf()];

    expect(one.mark).toBe(other.mark);
    expect(Buffer.compare(one.render(aReport()), other.render(aReport()))).toBe(0);
    writeFileSync(report(), 'bukan berkas Word');
    expect(shelf(judged).notices).toEqual([expect.stringContaining('laporan-kegiatan.docx')]);
  });

  test('has nothing to say about templates that are right', () => {
    expect(open().take(documentKinds).notices).toEqual([]);
  });

  test('keeps the last good edition in use when the office saves a mistake, and says what to mend', () => {
    const shelf = open();
    const right = shelf.take(documentKinds);
    const before = right.render(aReport());
    writeFileSync(report(), 'no Word file');

    const later = shelf.take(documentKinds);
    const { notices } = later;

    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(
      /^Templat "laporan-kegiatan.docx" belum dapat dipakai; dokumen dibuat dengan edisi terakhir yang benar\./,
    );
    expect(Buffer.from(later.render(aReport())).equals(before)).toBe(true);
    expect(later.fingerprint(aReport())).toEqual(right.fingerprint(aReport()));
  });

  test('falls back on the last good edition after a new start, too', () => {
    open().take(documentKinds);
    rmSync(report());

    expect(open().take(documentKinds).notices[0]).toContain('edisi terakhir yang benar');
  });

  test('falls back on the template of the package when no edition was ever right', () => {
    writeFileSync(report(), 'no Word file');

    expect(open().take(documentKinds).notices[0]).toContain('templat bawaan');
  });

  test('takes the mended template into use', () => {
    const shelf = open();
    writeFileSync(report(), 'no Word file');
    shelf.take(documentKinds);
    cpSync(join(ownTemplates, 'laporan-kegiatan.docx'), report());

    expect(shelf.take(documentKinds).notices).toEqual([]);
  });

  test('renews documents when the logo, the look of charts or the zone changes', () => {
    const logo = join(dir, 'logo.png');
    writeFileSync(logo, png);
    const shelves = [
      open(),
      open({ logo }),
      open({ chartsAsPictures: true }),
      open({ zone: 'WIB' }),
    ];

    const fingerprints = shelves.map(
      (shelf) => shelf.take(documentKinds).fingerprint(aReport()).whole,
    );

    expect(new Set(fingerprints).size).toBe(4);
  });

  test('prints the logo of the settings, and says so when it cannot be read', () => {
    const logo = join(dir, 'logo.png');
    writeFileSync(logo, png);
    const shelf = open({ logo });
    const templates = shelf.take(documentKinds);

    expect(Buffer.from(templates.render(aReport())).includes('.png')).toBe(true);
    rmSync(logo);
    expect(shelf.take(documentKinds).notices[0]).toMatch(/^Berkas logo /);
    expect(readFileSync(report()).length).toBeGreaterThan(0);
  });

  test('tells apart whether the view or the template changed', () => {
    const shelf = open();
    const before = shelf.take(documentKinds).fingerprint(aReport());
    const otherView = shelf.take(documentKinds).fingerprint(aReport({ view: {} }));
    writeFileSync(report(), savedAnew(readFileSync(report())));
    const otherTemplate = shelf.take(documentKinds).fingerprint(aReport());

    expect(otherView).toEqual({ ...otherView, template: before.template });
    expect(otherTemplate).toEqual({ ...otherTemplate, view: before.view });
    expect(new Set([before, otherView, otherTemplate].map(({ whole }) => whole)).size).toBe(3);
    expect(otherView.view).not.toBe(before.view);
    expect(otherTemplate.template).not.toBe(before.template);
  });

  test('does not use a template that says more than is known, although it was right once', () => {
    const careless = carelessAbout('sesuaiStandar', readFileSync(report()));
    open().take(documentKinds);
    writeFileSync(report(), careless);
    writeFileSync(lastGood('laporan.docx'), careless);

    const taken = open().take(documentKinds);

    expect(taken.notices).toEqual([
      expect.stringMatching(/dokumen dibuat dengan templat bawaan\. .*"sesuaiStandar"/),
    ]);
    const view = { ...activityReport.sample, sesuaiStandar: false };
    expect(textOf(taken.render(aReport({ view })))).not.toContain(
      'dilaksanakan sesuai dengan standar pelayanan.',
    );
  });

  test('does not fall back on a copy that says more than is known', () => {
    open().take(documentKinds);
    writeFileSync(lastGood('laporan.docx'), carelessAbout('draf', readFileSync(report())));
    rmSync(report());

    expect(open().take(documentKinds).notices[0]).toContain('templat bawaan');
  });

  /** One of another program, with a template wherever that lies. */
  const anAgenda = (template: string, key = 'agenda'): DocumentKind => ({
    about: 'period',
    key,
    title: 'Agenda',
    folder: 'Agenda',
    template,
    schema: z.object({ mulai: z.string() }),
    mustPrint: ['mulai'],
    sample: { mulai: '08:00' },
    wanted: () => [],
  });
  const elsewhere = (file: string): string => {
    mkdirSync(join(dir, 'elsewhere'), { recursive: true });
    const path = join(dir, 'elsewhere', file);
    writeFileSync(path, aDocx({ body: p('Mulai {{pukul mulai}}') }));
    return path;
  };
  const started = aReport({ kind: 'agenda', view: { mulai: '08:00' } });

  test('prints times in the zone of the desk, the first time and later', () => {
    const kinds = [anAgenda(elsewhere('agenda.docx'))];

    for (const shelf of [open({ zone: 'WIB' }), open({ zone: 'WIB' })])
      expect(textOf(shelf.take(kinds).render(started))).toMatch(/^Mulai 08\.00\sWIB$/);
  });

  test("keeps the copies of two kinds apart whose templates have one name, and lends neither the package's", () => {
    const path = elsewhere('rekap-bulanan.docx');
    const kinds = [...documentKinds, anAgenda(path)];
    open().take(kinds);
    rmSync(path);
    rmSync(join(dir, 'templates', 'rekap-bulanan.docx'));

    const { notices, render } = open().take(kinds);

    expect(notices).toHaveLength(2);
    for (const notice of notices) expect(notice).toContain('edisi terakhir yang benar');
    expect(textOf(render(started))).toMatch(/^Mulai 08\.00\sWITA$/);

    rmSync(join(dir, 'last-good'), { recursive: true });
    expect(() => open().take(kinds)).toThrow('No usable edition of the template');
  });
});
