/** Reads the tab Serah Terima Alat. */
import type { EquipmentItem, HandOut } from '../../cases/desk.ts';
import { compareInstants } from '../../cases/watched-now.ts';
import { handOutTab } from '../../columns/hand-out-tab.ts';
import { findTab } from '../../sheet/locate-columns.ts';
import type { Cell, WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { quote } from '../cell-text.ts';
import { readFacility } from '../facility-words.ts';
import { present } from '../present.ts';
import { readCount } from '../read-count.ts';
import { readMoment } from '../read-moment.ts';
import { fold } from '../spelling.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

type HandOutRow = RegisterRow<(typeof handOutTab)['columns'][number]['field']>;

/** What left the office, and whether it came back. A kind that the office does not have takes nothing from the shelf. */
export const readHandOuts = (
  snapshot: WorkbookSnapshot,
  {
    timeZone,
    equipment,
    problems,
  }: {
    readonly timeZone: string;
    readonly equipment: readonly EquipmentItem[];
    readonly problems: Problems;
  },
): readonly HandOut[] =>
  findTab(snapshot, handOutTab) === undefined
    ? []
    : registerRows(snapshot, handOutTab, problems).flatMap((row): readonly HandOut[] => {
        const item = row.text('item')?.replaceAll('\n', ' ');
        if (item === undefined) {
          row.problem('Peralatan belum diisi; baris ini tidak dihitung. Isi nama alatnya.');
          return [];
        }
        const kind = kindOf(item, equipment);
        if (kind === undefined)
          row.problem(
            `Peralatan ${quote(item)} tidak ada di tab Peralatan, jadi persediaannya tidak berkurang. Pilih dari daftar.`,
          );
        const moment = (field: 'at' | 'due') =>
          row.take(field, readMoment(row.cell(field), { timeZone }), momentAdvice);
        const handOut: HandOut = {
          row: row.row,
          item,
          quantity: Math.max(
            1,
            row.take(
              'quantity',
              readCount(row.cell('quantity')),
              'Tulis satu angka, misalnya 2.',
            ) ?? 1,
          ),
          ...present({
            kind,
            ticket: row.text('ticket'),
            to: row.text('to'),
            at: moment('at'),
            due: moment('due'),
          }),
          back: backOf(row, timeZone),
        };
        askAboutOrder(handOut, row);
        if (handOut.back.kind === 'returned') askAboutDamage(row);
        return [handOut];
      });

const momentAdvice = 'Tulis misalnya 23/11/2026 09.30.';

const kindOf = (typed: string, equipment: readonly EquipmentItem[]): string | undefined => {
  const folded = fold(typed);
  const named = equipment.find(({ name, kind }) =>
    [name, kind].some((each) => fold(each) === folded),
  );
  if (named !== undefined) return named.kind;
  const facility = readFacility(typed);
  return equipment.some(({ kind }) => kind === facility) ? facility : undefined;
};

const isTicked = (cell: Cell): boolean => cell === true || /^\s*[✓✔]/.test(String(cell));

/** "belum" says that it is not back, "✓" or "sudah" that it is, and nobody noted when; anything else is asked about. */
const backOf = (row: HandOutRow, timeZone: string): HandOut['back'] => {
  const typed = row.text('returned');
  const reading = readMoment(row.cell('returned'), { timeZone });
  if (reading.kind === 'read') return { kind: 'returned', at: reading.value };
  if (isTicked(row.cell('returned'))) return { kind: 'returned' };
  if (typed === undefined) return { kind: 'out' };
  const saysOut = /\b(?:belum|tidak|blm|masih)\b/.test(fold(typed));
  const saysBack = /^(?:v|x|ya|sudah|sdh|kembali|lengkap|ok)\b/.test(fold(typed));
  if (saysOut !== saysBack) return { kind: saysOut ? 'out' : 'returned' };
  row.problem(
    `Kembali ${quote(row.cell('returned'))} tidak terbaca; alat dianggap masih di luar. ${momentAdvice}`,
  );
  return { kind: 'out' };
};

const askAboutOrder = ({ at, back }: HandOut, row: HandOutRow): void => {
  if (at === undefined || back.kind === 'out' || back.at === undefined) return;
  if (compareInstants(back.at, at) < 0)
    row.problem('Kembali lebih awal daripada Diserahkan. Periksa kedua waktunya.');
};

/** Counted as good until somebody says otherwise in Peralatan: whoever writes here that it is broken or lost is told so. */
const askAboutDamage = (row: HandOutRow): void => {
  const condition = row.text('condition');
  if (condition === undefined) return;
  const said = fold(condition);
  if (damaged.test(said.replaceAll(unharmed, ' ')) && !settled.test(said))
    row.problem(
      `Kondisi Saat Kembali ${quote(condition)}: alat tetap dihitung menurut tab Peralatan. Ubah Kondisi atau Jumlahnya di sana, lalu tambahkan "sudah dicatat" di sini.`,
    );
};

const damaged =
  /\b(?:rusak(?! ringan)|pecah|hilang|mati|retak|patah|terbakar|kurang|tertinggal|tidak (?:bisa|dapat|berfungsi|menyala|nyala|lengkap|ada))\b/;
const unharmed =
  /\b(?:tidak (?:ada )?(?:yang )?|tanpa (?:ada )?(?:yang )?|tak ada yang )(?:rusak|pecah|hilang|mati|retak|patah|kurang|tertinggal|kerusakan|kekurangan)\b/g;
const settled = /\b(?:sudah|sdh|telah) (?:di)?(?:catat|perbaiki|ganti|temukan|kembalikan)\b/;
