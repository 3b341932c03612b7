import type { Finding } from '../cases/request.ts';
import { headerOf } from '../columns/request-tab.ts';
import { allByName, nearestName } from './names.ts';
import { isAwayFor, lacksToLead } from './roster.ts';
import type { Staffing } from './staff-events.ts';

/** What is odd about people whom staff chose by hand. Their choice stands; they should know. */
export const checkHandMade = (staffing: Staffing, duty: number): readonly Finding[] =>
  (staffing.people[duty] ?? []).flatMap(({ name, officer }, at) => {
    const problem =
      officer === undefined
        ? unknownName(staffing, name)
        : problemWith(staffing, { duty, officer, isLead: at === 0 });
    return problem === undefined
      ? []
      : [{ kind: 'warning', field: headerOf('officers'), text: problem }];
  });

const unknownName = ({ roster }: Staffing, name: string): string => {
  const meant = allByName(name, roster);
  if (meant.length > 1)
    return `"${name}" dapat berarti lebih dari satu orang di tab Petugas (${meant.map((officer) => officer.name).join('; ')}). Tulis nama lengkapnya seperti di tab Petugas.`;
  const near = nearestName(name, roster);
  return near
    ? `"${name}" tidak ada di tab Petugas. Apakah maksudnya ${near.name}?`
    : `"${name}" tidak ada di tab Petugas. Tulis satu nama per baris seperti di tab Petugas, atau tambahkan orangnya di sana.`;
};

const problemWith = (
  { roster, duties, diary }: Staffing,
  {
    duty,
    officer: index,
    isLead,
  }: { readonly duty: number; readonly officer: number; readonly isLead: boolean },
): string | undefined => {
  const officer = roster[index];
  const subject = duties[duty]?.subject;
  if (officer === undefined || subject === undefined) return undefined;
  const problems = [
    ...(officer.active ? [] : ['tidak aktif di tab Petugas']),
    ...(isAwayFor(officer, subject) ? ['sedang cuti'] : []),
    ...diary
      .inTheWay(index, duty)
      .flatMap((at) => duties[at]?.subject.ticket ?? [])
      .map((ticket) => `bertugas di ${ticket} pada waktu yang sama`),
    ...lackOf(isLead ? lacksToLead(officer, subject) : undefined),
  ];
  return problems.length === 0
    ? undefined
    : `${officer.name} dipilih dengan tangan, tetapi ${problems.join(' dan ')}. Pilihan ini tetap berlaku; kosongkan sel untuk memakai usulan layanan.`;
};

const lackOf = (competence: string | undefined): readonly string[] =>
  competence === undefined ? [] : [`tidak punya kompetensi ${competence} untuk memimpin layanan`];
