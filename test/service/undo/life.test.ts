import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayToSerial } from '../../../src/core/sheet/serial.ts';
import { deskWith, type RequestCells, type TestDesk } from '../../support/desk.ts';
import { runs } from '../../support/long-runs.ts';
import { heldBy, undo } from './undo-desk.ts';

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

const request = (number: number): RequestCells => ({
  submittedAt: day('2026-11-16') + (8 + number) / 24,
  email: `pemohon${number}@contoh.go.id`,
  requesterName: 'Rahmat Pakaya',
  requesterPosition: 'Kepala Subbagian',
  institution: 'Bappeda',
  phone: '081200000001',
  event: `Rapat Koordinasi ${number}`,
  startDay: day('2026-11-23') + (number % 2),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
  participants: 80,
});

interface Deed {
  readonly kind:
    | 'confirm'
    | 'move'
    | 'call off'
    | 'choose'
    | 'edit'
    | 'throw away'
    | 'file'
    | 'sleep';
  readonly which: number;
  readonly hours: number;
}

const documentsOf = ({ config }: TestDesk): readonly string[] =>
  readdirSync(config.documents, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.docx'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const done = async (desk: TestDesk, { kind, which }: Deed, at: Temporal.Instant): Promise<void> => {
  const rows = await desk.rows();
  const ticket = String(rows[which % rows.length]?.ticket ?? '');
  const files = documentsOf(desk);
  const file = files[which % Math.max(files.length, 1)];
  switch (kind) {
    case 'confirm': {
      const { epochMilliseconds } = at;
      const local = epochMilliseconds / 86_400_000 + 8 / 24 + day('1970-01-01');
      return desk.type(ticket, 'confirmed', local - 1 / 1440);
    }
    case 'move':
      return desk.type(ticket, 'startTime', `${10 + (which % 4)}.30`);
    case 'call off':
      return desk.type(ticket, 'state', 'Dibatalkan');
    case 'choose':
      return desk.type(ticket, 'officers', 'Siti Aminah Lasena');
    case 'edit':
      if (file !== undefined)
        writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('disunting')]));
      return;
    case 'throw away':
      if (file !== undefined) rmSync(file);
      return;
    case 'file':
      return desk.rewrite((all) => [...all, request(all.length)]);
    case 'sleep':
      return;
  }
};

const aDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom<Deed['kind']>(
    'confirm',
    'confirm',
    'move',
    'call off',
    'choose',
    'edit',
    'throw away',
    'file',
    'sleep',
  ),
  which: fc.nat(20),
  hours: fc.constantFrom(1, 1, 30, 170),
});

/** Before and after each pass of a life, and after it was taken back and made again. */
const live = async (desk: TestDesk, deeds: readonly Deed[]): Promise<void> => {
  let at = Temporal.Instant.from('2026-11-17T01:00:00Z');
  for (const deed of [undefined, ...deeds]) {
    if (deed) {
      at = at.add({ hours: deed.hours });
      await done(desk, deed, at);
    }
    const before = await heldBy(desk);
    const report = await desk.pass(at.toString());
    if (report.idle) continue;
    const after = await heldBy(desk);
    const taken = await undo(desk, at.add({ minutes: 1 }).toString(), {
      pass: at.toString(),
    }).catch((error: unknown) => error);
    // Nothing of requests and documents was written, so there is nothing to take back.
    if (taken instanceof Error) {
      expect(after.cells).toEqual(before.cells);
      expect(after.documents).toEqual(before.documents);
      continue;
    }
    const back = await heldBy(desk);
    expect(back.cells).toEqual(before.cells);
    expect(back.documents).toEqual(before.documents);
    await desk.pass(at.toString());
    expect(await heldBy(desk)).toEqual(after);
  }
};

test('any pass of any life is taken back whole, and the same pass makes it again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 1, maxLength: runs(3, 8) }), async (deeds) => {
      const desk = deskWith([request(0), request(1)]);
      try {
        await live(desk, deeds);
      } finally {
        desk.remove();
      }
    }),
    {
      numRuns: runs(1, 25),
      endOnFailure: true,
      examples: [
        [
          [
            { kind: 'throw away', which: 2, hours: 1 },
            { kind: 'confirm', which: 0, hours: 1 },
            { kind: 'move', which: 0, hours: 1 },
          ],
        ],
      ],
    },
  );
}, 600_000);
