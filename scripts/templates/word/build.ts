/** Builds the first edition of every Word template. From then on the files are the office's own. */
import { Document, type ISectionOptions, Packer } from 'docx';
import { activityReport } from './activity-report.ts';
import { auditFile } from './audit-file.ts';
import { daySheet } from './day-sheet.ts';
import { dutyLetter } from './duty-letter.ts';
import { monthlyRecap } from './monthly-recap.ts';
import { officerActivities } from './officer-activities.ts';
import { f4, type Paper } from './paper.ts';
import { settled } from './settle.ts';
import { shortageNotice } from './shortage-notice.ts';
import { close, numbering, stylesWith, wide } from './styles.ts';
import { yearlyEvaluation } from './yearly-evaluation.ts';
import { yearlyNeeds } from './yearly-needs.ts';

export const buildWordTemplates = async (
  paper: Paper = f4,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> =>
  Promise.all(
    Object.entries(sectionsOf(paper)).map(async ([name, [title, sections]]) => ({
      name: `${name}.docx`,
      bytes: settled(
        await Packer.toBuffer(
          new Document({
            title,
            creator: 'layanan-vicon',
            description: `Templat ${title}. Ubah tata letak dan kalimatnya di Word; biarkan nama di antara kurung kurawal.`,
            styles: stylesWith(closer.has(name) ? close : wide),
            numbering,
            sections,
          }),
        ),
      ),
    })),
  );

/** Up to three officers, eight laws and the signature share one page. */
const closer: ReadonlySet<string> = new Set(['surat-tugas']);

const sectionsOf = (
  paper: Paper,
): Readonly<Record<string, readonly [title: string, sections: readonly ISectionOptions[]]>> => ({
  'laporan-kegiatan': ['Laporan Kegiatan', [activityReport(paper)]],
  'surat-tugas': ['Surat Tugas', [dutyLetter(paper)]],
  'pemberitahuan-kekurangan': ['Pemberitahuan Kekurangan Peralatan', [shortageNotice(paper)]],
  'rekap-bulanan': ['Rekap Bulanan', monthlyRecap(paper)],
  'lembar-hari-ini': ['Lembar Hari Ini', [daySheet()]],
  'daftar-kegiatan': ['Daftar Kegiatan', [officerActivities(paper)]],
  'berkas-pemeriksaan': ['Berkas Pemeriksaan', auditFile(paper)],
  'usulan-kebutuhan': ['Usulan Kebutuhan', [yearlyNeeds(paper)]],
  'evaluasi-tahunan': ['Evaluasi Tahunan', yearlyEvaluation(paper)],
});
