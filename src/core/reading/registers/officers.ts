/** Reads the tab of officers. */
import type { Competence, Leave, Officer, Team } from '../../cases/desk.ts';
import { officerTab } from '../../columns/officer-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { textOf } from '../cell-text.ts';
import { present } from '../present.ts';
import { readDays } from '../read-days.ts';
import { readEmail } from '../read-email.ts';
import { readNip } from '../read-nip.ts';
import { readPhone } from '../read-phone.ts';
import { fold, isLike } from '../spelling.ts';
import { isYetToCome } from '../yet-to-come.ts';
import { activeRows } from './active-rows.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

type OfficerRow = RegisterRow<(typeof officerTab)['columns'][number]['field']>;

/** The tab Petugas. Who is active, `active-rows.ts` says. */
export const readOfficers = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): readonly Officer[] => {
  const names = new Set<string>();
  const rows = registerRows(snapshot, officerTab, problems);
  const active = activeRows(rows);
  return rows.flatMap((row) => {
    const name = row.text('name')?.replaceAll('\n', ' ');
    if (name === undefined) {
      row.problem('Nama petugas belum diisi; baris ini tidak dipakai. Isi namanya.');
      return [];
    }
    if (names.has(fold(name))) {
      row.problem(
        `Petugas ${name} tercantum dua kali; baris ini tidak dipakai. Hapus salah satunya.`,
      );
      return [];
    }
    names.add(fold(name));
    return [readOfficer(name, row, active.has(row))];
  });
};

const readOfficer = (name: string, row: OfficerRow, active: boolean): Officer => ({
  name,
  team: /jaring/i.test(row.text('team') ?? '') ? 'Jaringan' : teamOf(row),
  competences: readCompetences(row),
  active,
  leave: readLeave(row),
  ...(saysNoNip(row) && { withoutNip: true }),
  ...present({
    nip: row.take('nip', readNip(row.cell('nip')), 'Tulis 18 angka.'),
    rank: row.text('rank'),
    position: row.text('position'),
    phone: row.take('phone', readPhone(row.cell('phone')), 'Tulis misalnya 081234567890.'),
    email: row.take('email', readEmail(row.cell('email')), 'Tulis misalnya nama@instansi.go.id.'),
  }),
});

/** Something stands there that names no number and asks for none. */
const saysNoNip = (row: OfficerRow): boolean =>
  textOf(row.cell('nip')) !== '' &&
  readNip(row.cell('nip')).kind === 'empty' &&
  !isYetToCome(row.cell('nip'));

const teamOf = (row: OfficerRow): Team => {
  const typed = row.text('team');
  if (
    typed !== undefined &&
    !fold(typed)
      .split(' ')
      .some((word) => isLike(word, 'persandian'))
  )
    row.problem(
      `Tim "${typed}" tidak dikenal dan dibaca Persandian. Pilih Persandian atau Jaringan.`,
    );
  return 'Persandian';
};

const competenceWords: readonly (readonly [Competence, RegExp])[] = [
  ['network', /\b(?:jaringan|network|telekomunikasi|internet)\b/],
  ['information-security', /\b(?:persandian|sandi|keamanan|kripto\w*|security)\b/],
  ['video-conference', /\b(?:video|vicon|vidcon|conference|konferensi|zoom|virtual|meeting)\b/],
  ['computer', /\b(?:laptop|komputer|computer|pc)\b/],
];

const readCompetences = (row: OfficerRow): readonly Competence[] => {
  const found = new Set<Competence>();
  for (const piece of (row.text('competences') ?? '').split(/[,;\n]|\d{1,2}[.)]\s/)) {
    const folded = fold(piece);
    if (folded === '') continue;
    const named = competenceWords.filter(([, words]) => words.test(folded));
    for (const [competence] of named) found.add(competence);
    if (folded === 'semua') for (const [competence] of competenceWords) found.add(competence);
    else if (named.length === 0)
      row.problem(`Kompetensi "${piece.trim()}" tidak dikenal. Pilih dari daftar kompetensi.`);
  }
  return competenceWords.map(([competence]) => competence).filter((one) => found.has(one));
};

/** "24/11/2026-26/11/2026; 1 Des 2026": one period a line or between semicolons; a comma only where a day begins. */
const readLeave = (row: OfficerRow): readonly Leave[] => {
  const cell = row.cell('leave');
  const pieces =
    typeof cell === 'string' ? textOf(cell).split(/[;\n]|,\s*(?=\d{1,2}[/.-]\d)/) : [cell];
  return pieces.flatMap((piece) => {
    const reading = readDays(withoutReason(piece), undefined);
    if (reading.kind === 'empty') {
      if (textOf(piece) !== '')
        row.problem(
          `Cuti "${textOf(piece)}" tanpa tanggal, jadi belum diperhitungkan. Tulis misalnya 24/11/2026 s.d. 26/11/2026.`,
        );
      return [];
    }
    if (reading.kind === 'read') return [reading.value];
    const why = reading.kind === 'unsure' ? reading.question : 'tidak terbaca.';
    row.problem(
      `Cuti "${textOf(piece)}" ${why} Tulis misalnya 24/11/2026 s.d. 26/11/2026; 1/12/2026.`,
    );
    return [];
  });
};

/** "Cuti tahunan: 24/11/2026" and "24/11/2026 (dinas luar)" name the reason too. */
const withoutReason = <T>(piece: T): T | string =>
  typeof piece === 'string'
    ? piece
        .replaceAll(/\([^)]*\)/g, ' ')
        .replace(/^\s*(?:cuti|dinas|sakit|izin|diklat)\b[^\d]*/i, '')
    : piece;
