import { describe, expect, test } from 'vitest';
import { csvRows } from '../../src/attendance/csv-rows.ts';
import { readZoomReport } from '../../src/core/zoom/zoom-report.ts';

const reading = (bytes: Uint8Array | string) =>
  readZoomReport(csvRows(typeof bytes === 'string' ? Buffer.from(bytes) : bytes) ?? []);

/** As Zoom's "Usage" page exports it in English; everybody in it is invented. */
const english = `Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 3456 7890,"Rapat Koordinasi, Tahap II",11/23/2026 08:52:11 AM,11/23/2026 12:04:40 PM,vicon@contoh.test,193,4

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room
Vicon Contoh,vicon@contoh.test,11/23/2026 08:52:11 AM,11/23/2026 12:04:40 PM,193,No,,No
Siti Contoh,,11/23/2026 08:58:00 AM,11/23/2026 08:59:30 AM,2,Yes,,Yes
Siti Contoh,,11/23/2026 08:59:30 AM,11/23/2026 10:10:02 AM,71,Yes,,No
Bappeda_Siti Contoh (Siti Contoh),,11/23/2026 10:12:00 AM,11/23/2026 12:03:00 PM,111,Yes,,No
"Budi Contoh, S.Kom.",budi@contoh.test,11/23/2026 09:01:00 AM,11/23/2026 12:03:00 PM,182,Yes,,No
Tertahan Contoh,,11/23/2026 09:30:00 AM,11/23/2026 09:40:00 AM,10,Yes,,Yes
`;
const right = {
  meetingId: '81234567890',
  times: [{ start: '2026-11-23T08:52', end: '2026-11-23T12:04' }],
  people: { least: 3, most: 4 },
};

const indonesian = english
  .replace(
    'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants',
    'ID Rapat,Topik,Waktu Mulai,Waktu Berakhir,Email Pengguna,Durasi (Menit),Peserta',
  )
  .replace(
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room',
    'Nama (Nama Asli),Email Pengguna,Waktu Bergabung,Waktu Keluar,Durasi (Menit),Tamu,Persetujuan Rekaman,Di Ruang Tunggu',
  )
  .replaceAll(/,Yes$/gm, ',Ya')
  .replaceAll(/,No$/gm, ',Tidak');

/** As Excel saves it in Indonesian: day first, 24 hours, its own separator. */
const savedAgain = indonesian
  .replaceAll(/11\/23\/2026 (\d\d):(\d\d):(\d\d) ([AP])M/g, (_, hour, minute, __, half) => {
    const of24 = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
    return `23/11/2026 ${String(of24).padStart(2, '0')}.${minute}`;
  })
  .replaceAll(/"([^"]*)"|,/g, (whole, quoted) => (quoted === undefined ? ';' : whole));

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('a participant report of Zoom', () => {
  // Four were counted by Zoom, of whom one stayed in the waiting room.
  const counted = { ...right, people: { least: 3, most: 3 } };

  test.each([
    ['in English', english],
    ['in Indonesian', indonesian],
    ['with a byte order mark and Windows line ends', `\uFEFF${english.replaceAll('\n', '\r\n')}`],
    ['saved again by Excel with semicolons', savedAgain],
    ['with a line that names its separator', `sep=;\n${savedAgain}`],
    ['saved as Unicode text with tabs', utf16(savedAgain.replaceAll(';', '\t'))],
    [
      'saved as big-endian Unicode text',
      Buffer.from(utf16(savedAgain.replaceAll(';', '\t'))).swap16(),
    ],
    ['with narrow spaces before AM', english.replaceAll(/ (?=[AP]M)/g, '\u202F')],
    [
      'with months in letters',
      english.replaceAll(/11\/23\/2026 (\d\d:\d\d):\d\d ([AP]M)/g, '"Nov 23, 2026 $1 $2"'),
    ],
    ['with the year in front', english.replaceAll('11/23/2026', '2026-11-23')],
  ])('%s is read', (_, file) => {
    expect(reading(file)).toEqual(counted);
  });

  test('tells both orders of day and month where both can be meant', () => {
    expect(reading(english.replaceAll('11/23/2026', '11/12/2026'))?.times).toEqual([
      { start: '2026-12-11T08:52', end: '2026-12-11T12:04' },
      { start: '2026-11-12T08:52', end: '2026-11-12T12:04' },
    ]);
  });

  test('without its first block runs from the first who joined to the last who left', () => {
    expect(reading(english.split('\n').slice(3).join('\n'))).toEqual({
      times: counted.times,
      people: counted.people,
    });
  });

  test('of unique users counts each once, and a name that is there twice once or twice', () => {
    const file = `Name (Original Name),User Email,Total Duration (Minutes),Guest
Vicon Contoh,vicon@contoh.test,193,No
Budi Contoh,,120,Yes
Budi Contoh,,30,Yes
`;

    expect(reading(file)).toEqual({ times: [], people: { least: 2, most: 3 } });
  });

  test('that was cut has more people than it lists', () => {
    const cut = english.replace(',193,4\n', ',193,57\n');

    expect(reading(cut)?.people).toEqual({ least: 3, most: 57 });
  });

  test.each([
    ['a list of goods', 'Nama,Jumlah\nSpeaker,2\n'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
    ['nothing', ''],
    ['quotes that never end', '"Name,Join Time\n'],
  ])('is not %s', (_, file) => {
    expect(reading(file)).toBeUndefined();
  });
});
