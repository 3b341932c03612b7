import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import {
  type ColumnMap,
  columnMapSchema,
  emptyMap,
  namesNothing,
} from '../core/import/column-map.ts';
import { type DeskImport, importInto, lackingIn } from '../core/import/desk-rows.ts';
import { readOldLedger } from '../core/import/read-old-ledger.ts';
import { summaryOf } from '../core/import/tell-import.ts';
import { counted } from '../core/plan/counted.ts';
import type { WorkbookSnapshot } from '../core/sheet/snapshot.ts';
import { ServiceError } from '../errors.ts';
import { openOldLedger } from '../old-ledger/open-old-ledger.ts';
import { openDesk } from '../service/open-desk.ts';
import type { Answer, Circumstances } from './answer.ts';
import { importText, mapToEdit } from './import/import-words.ts';

/**
 * Brings an old ledger into the desk: rows of Permohonan below those that are there, and in Catatan Impor what became of
 * every row and value. Run twice it adds nothing. The next pass gives tickets and makes the recaps.
 *
 * @throws ImportNeedsSetupError, ColumnMapError, or what a file that cannot be read throws.
 */
export const importLedger = async (
  { config: file, now, progress }: Circumstances,
  {
    ledger: path,
    map: mapFile,
    dryRun = false,
  }: { readonly ledger: string; readonly map?: string; readonly dryRun?: boolean },
): Promise<Answer> => {
  const config = readConfig(file);
  const map = mapFile === undefined ? emptyMap : readMap(mapFile);
  progress(`Reading ${basename(path)}`);
  const old = await openOldLedger(path);
  const { timeZone } = config;
  let read = 0;
  const reading = readOldLedger(old, {
    map,
    timeZone,
    progress: (sheet) => {
      read += 1;
      progress(
        `Reading ${sheet === '' ? old.name : `sheet "${sheet}"`} (${read} of ${old.sheets.length})`,
      );
    },
  });
  if (mapFile !== undefined) {
    const strange = namesNothing(map, { ledger: old.sheets, tables: reading.tables });
    if (strange.length > 0)
      throw new ColumnMapError(mapFile, `the ledger has no ${strange.join(', no ')}`);
  }
  const desk = await openDesk(config, { now, toWrite: !dryRun, progress });
  try {
    const prepare = (snapshot: WorkbookSnapshot): DeskImport => {
      refuseLacking(snapshot);
      return importInto(snapshot, reading, { file: old.name, now, timeZone, digest });
    };
    const done = dryRun
      ? prepare(await desk.workbook.read())
      : await written(desk.workbook.append, prepare, progress);
    const summary = summaryOf(reading, done.plan);
    const asksNothing = summary.unsure.length + summary.hiddenSheets.length === 0;
    const isFine = asksNothing && summary.imported + summary.known + reading.hidden.length > 0;
    return {
      text: importText({ file: old.name, reading, summary, plan: done.plan, dryRun }),
      data: { file: old.name, dryRun, ...summary, ...mapToEdit(reading) },
      exit: isFine ? 0 : 1,
    };
  } finally {
    await desk.close();
  }
};

const written = async (
  append: (rowsFor: (snapshot: WorkbookSnapshot) => DeskImport['rows']) => Promise<void>,
  prepare: (snapshot: WorkbookSnapshot) => DeskImport,
  progress: Circumstances['progress'],
): Promise<DeskImport> => {
  let last: DeskImport = { plan: { requests: [], notes: [], known: [], leftOut: [] }, rows: [] };
  await append((snapshot) => {
    last = prepare(snapshot);
    if (last.rows.length > 0) progress(`Writing ${counted(last.plan.requests.length, 'row')}`);
    return last.rows;
  });
  return last;
};

/** Long enough that no two events of an office share one. */
const digestLength = 12;

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digestLength);

const readMap = (file: string): ColumnMap => {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ColumnMapError(file, 'it is no JSON file that can be read', error);
  }
  const parsed = columnMapSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ColumnMapError(file, z.prettifyError(parsed.error), parsed.error);
};

/** The file behind `--map` says nothing that can be followed. */
export class ColumnMapError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(file: string, why: string, cause?: unknown) {
    super({
      what: `"${file}" cannot be used to map columns: ${why}`,
      todo: 'Run the import with --dry-run and without --map: it prints such a file to begin with.',
      cause,
    });
  }
}

const refuseLacking = (snapshot: WorkbookSnapshot): void => {
  const { tabs, headers } = lackingIn(snapshot);
  if (tabs.length + headers.length > 0) throw new ImportNeedsSetupError({ tabs, headers });
};

/** The workbook was made by a version that knew no import. */
export class ImportNeedsSetupError extends ServiceError {
  readonly code = 'import-needs-setup';

  constructor({ tabs, headers }: ReturnType<typeof lackingIn>) {
    const names = [
      ...tabs.map((name) => `the tab "${name}"`),
      ...headers.map((name) => `the column "${name}" of Permohonan`),
    ];
    super({
      what: `The workbook lacks ${names.join(', ')}. Nothing was written.`,
      todo: 'Run "npx layanan-vicon setup": it brings what is missing, or says where to copy it from. Then import again.',
    });
  }
}
