import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backendOf } from '../backends/backends.ts';
import { ownTemplates, readConfig } from '../config.ts';
import type { DocumentRecord } from '../core/cases/ledger-state.ts';
import { fillWorkbook } from '../demo/make-desk.ts';
import { sampleDesk } from '../demo/sample-desk.ts';
import type { DocumentKind } from '../documents/document-kind.ts';
import { documentKinds } from '../documents/document-kinds.ts';
import { ServiceError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { openDesk } from '../service/open-desk.ts';
import { settingsFileName } from '../settings-file.ts';
import type { Answer, Circumstances } from './answer.ts';
import { beginEarlier, outboxLine, passAndPost, settling } from './demo-messages.ts';
import { setup } from './setup.ts';
import { reportAsJson, summarise } from './summary.ts';

/**
 * Makes an invented desk of three months, runs a pass over it and says what to open.
 *
 * An invented desk that is there already is kept with everything people did to it. The invented rows wait for nobody,
 * so the demo is done when the pass is.
 *
 * @throws NotInventedError where anything else lies: a pass over a real desk is no demonstration.
 */
export const demo = async (
  { now, progress }: Circumstances,
  { dir }: { readonly dir: string },
): Promise<Answer> => {
  claimFolder(dir);
  const { settings, workbook } = setup({ dir }).data;
  const config = readConfig(settings);
  const isFirst = !existsSync(config.ledger);
  if (isFirst) {
    const today = now.toZonedDateTimeISO(config.timeZone).toPlainDate();
    const template = readFileSync(join(ownTemplates, 'buku-layanan.xlsx'));
    writeWhole(workbook, fillWorkbook(template, sampleDesk({ today })));
  }
  const desk = await openDesk(config, { now, toWrite: true, progress });
  try {
    if (isFirst) await beginEarlier(desk, now);
    const { report, post } = await passAndPost(desk, {
      passAt: isFirst ? now.subtract(settling) : now,
      now,
    });
    const { documents, messages } = await desk.ledger.state();
    const outbox = outboxLine(report, messages, { now, config });
    return {
      text: [
        summarise(report, { ...config, post: { ...post, sent: 0, held: 0 } }) + outbox,
        '',
        ...whatToOpen(documents, config),
      ].join('\n'),
      data: {
        ...reportAsJson(report),
        messages: post,
        settings,
        workbook,
        documents: config.documents,
      },
      exit: report.look.refusals.length > 0 ? 1 : 0,
    };
  } finally {
    await desk.close();
  }
};

/** Its presence says that the desk of this folder is invented. */
const markName = '.desk-invented-by-demo';

/** TypedMarks an empty folder as the place of an invented desk, before anything else is put there. */
const claimFolder = (dir: string): void => {
  const settings = join(dir, settingsFileName);
  if (existsSync(join(dir, markName))) {
    if (existsSync(settings) && backendOf(readConfig(settings)).name !== 'local')
      throw new NotInventedError(dir);
    return;
  }
  if (existsSync(dir) && readdirSync(dir).length > 0) throw new NotInventedError(dir);
  makeFolder(dir);
  writeFileSync(join(dir, markName), '');
};

const whatToOpen = (
  documents: ReadonlyMap<string, DocumentRecord>,
  config: { readonly workbook: string; readonly documents: string },
): readonly string[] => {
  const newest = ({ key: kind }: DocumentKind): readonly string[] => {
    const found = [...documents.values()].filter(({ key }) => key.startsWith(`${kind}/`)).at(-1);
    return found?.id === undefined ? [] : [`  ${join(config.documents, found.id)}`];
  };
  return [
    'Open next:',
    `  ${config.workbook}  (tabs Permohonan, Ringkasan, Pesan, Panduan)`,
    ...documentKinds.flatMap(newest),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's tokens, not ours
    'In the letters, ${nomor_naskah}, ${tanggal_naskah} and ${ttd_pengirim} are left for the e-office (SRIKANDI), which fills them in.',
    'Then change a state or an officer by hand, sort the sheet, save, and run the same command again.',
  ];
};

/** The folder holds something else than an invented desk. */
class NotInventedError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(dir: string) {
    super({
      what: `The folder "${dir}" holds something else than an invented desk; nothing was done.`,
      todo: 'Name an empty or a new folder with "--dir". For a pass over a desk of your own, use "npx layanan-vicon run".',
    });
  }
}
