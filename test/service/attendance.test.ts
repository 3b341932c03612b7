import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { toSerial } from '../../src/core/sheet/serial.ts';
import { deskWith, someRegisters, type TestDesk } from '../support/desk.ts';

const ticket = 'VC-2026-0001';
const report = `Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 3456 7890,Rapat Contoh,20/11/2026 08:55:00,20/11/2026 11:10:00,vicon@contoh.test,135,2

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Vicon Contoh,vicon@contoh.test,20/11/2026 08:55:00,20/11/2026 11:10:00,135,No
Siti Contoh,,20/11/2026 09:00:00,20/11/2026 11:10:00,130,Yes
`;

const desks: TestDesk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove();
});

/** An event that was held, of which nobody noted anything. */
const opened = () => {
  const desk = deskWith(
    [
      {
        submittedAt: toSerial(Temporal.Instant.from('2026-11-16T01:00:00Z'), 'Asia/Makassar'),
        requesterName: 'Contoh Pemohon',
        institution: 'Dinas Sosial',
        phone: '081200001111',
        event: 'Rapat Contoh',
        startDay: '20/11/2026',
        startTime: '09.00',
        endTime: '11.00',
        place: 'Aula Contoh',
        serviceKind: 'Link Host + Operator',
        confirmed: '16/11/2026 10.00',
      },
    ],
    someRegisters,
  );
  desks.push(desk);
  const folder = join(desk.config.documents, 'Dokumentasi', `${ticket} Rapat Contoh`);
  mkdirSync(folder, { recursive: true });
  return {
    desk,
    put: (name: string, text: string) => writeFileSync(join(folder, name), text),
    take: (name: string) => rmSync(join(folder, name)),
    row: async () => {
      const [{ actualStart, actualEnd, attended, remarks } = {}] = await desk.rows();
      return { facts: [actualStart, actualEnd, attended], remarks: String(remarks ?? '') };
    },
  };
};

describe('a participant report in the folder of its event', () => {
  test('is proposed where staff noted nothing, and taken back when it is taken away', async () => {
    const { desk, put, take, row } = opened();
    put('participants.csv', report);

    await desk.pass('2026-11-23T01:00:00Z');

    const { facts, remarks } = await row();
    expect(facts).toEqual(['08.55', '11.10', 2]);
    expect(remarks).toContain(
      'Mulai Aktual, Selesai Aktual, dan Peserta Hadir diusulkan menurut laporan peserta Zoom. Ganti selnya bila keliru.',
    );
    expect(remarks).not.toContain('participants.csv');
    expect((await desk.pass('2026-11-23T02:00:00Z')).idle).toBe(true);

    take('participants.csv');
    await desk.pass('2026-11-23T03:00:00Z');
    expect((await row()).facts).toEqual(['', '', '']);
  });

  test('is asked for again where the file is another table', async () => {
    const { desk, put, row } = opened();
    put('daftar.csv', 'Nama;Jumlah\nSpeaker;2\n');

    await desk.pass('2026-11-23T01:00:00Z');

    const { facts, remarks } = await row();
    expect(facts).toEqual(['', '', '']);
    expect(remarks).toContain(
      'Tidak dimuat dalam laporan: "daftar.csv". Berkas itu bukan laporan peserta Zoom; unduh lagi dari Zoom, atau pindahkan ke folder lain.',
    );
  });
});
