import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownTemplates, readConfig } from '../config.ts';
import { fillWorkbook } from '../demo/make-desk.ts';
import { sampleDesk } from '../demo/sample-desk.ts';
import { openDesk } from '../service/open-desk.ts';
import { type PassReport, runPass } from '../service/pass.ts';
import { reportAsJson, summarise } from '../service/summary.ts';
import type { Answer, Circumstances } from './answer.ts';
import { setup } from './setup.ts';

/**
 * Makes an invented desk of three months, runs a pass over it and says what to open.
 *
 * A desk that is there already is kept with everything people did to it. The invented rows wait for nobody, so the
 * demo is done when the pass is.
 */
export const demo = async (
  { now, progress }: Circumstances,
  { dir }: { readonly dir: string },
): Promise<Answer> => {
  const { settings, workbook } = setup({ dir }).data;
  const config = readConfig(settings);
  if (!existsSync(join(config.ledger))) {
    const today = now.toZonedDateTimeISO(config.timeZone).toPlainDate();
    const template = readFileSync(join(ownTemplates, 'buku-layanan.xlsx'));
    writeFileSync(workbook, fillWorkbook(template, sampleDesk({ today })));
  }
  const desk = await openDesk(config, { toWrite: true, progress });
  try {
    const report = await runPass(desk, { now });
    return {
      text: [summarise(report, config), '', ...whatToOpen(report, config)].join('\n'),
      data: { ...reportAsJson(report), settings, workbook, documents: config.documents },
      exit: report.look.refusals.length > 0 ? 1 : 0,
    };
  } finally {
    await desk.close();
  }
};

const whatToOpen = (
  { documents }: PassReport,
  config: { readonly workbook: string; readonly documents: string },
): readonly string[] => {
  const first = (kind: string): readonly string[] => {
    const found = documents.find(({ key }) => key.startsWith(`${kind}/`));
    return found ? [`  ${join(config.documents, ...found.folder, found.name)}`] : [];
  };
  return [
    'Open next:',
    `  ${config.workbook}  (tabs Permohonan, Ringkasan, Panduan)`,
    ...['laporan', 'surat-tugas', 'kekurangan', 'rekap', 'evaluasi'].flatMap(first),
    'Then change a state or an officer by hand, sort the sheet, save, and run the same command again.',
  ];
};
