/** A desk on the stand-in of Google: sheet, form and Drive. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { requestTabOf } from '../../backends/google/pass/book.ts';
import { anOffice, type Office, sheetId } from '../../backends/google/pass/office.ts';
import type { Deed } from './deeds.ts';
import { ledgerAt, withoutBlanks } from './held.ts';
import { endOf } from './local-home.ts';
import type { UndoHome } from './undo-home.ts';

export const aGoogleHome = async (): Promise<UndoHome> => {
  const office = await anOffice();
  let filed = 0;
  const file = (): void => {
    filed += 1;
    office.submit(`Rapat ${filed}`, { 'Tanggal Mulai': '02/12/2026' }, `p${filed}@x.test`);
  };
  const begun = office.clock();
  const lifeBegins = Temporal.Instant.from('2026-11-17T01:00:00Z').epochMilliseconds;
  /** What lives call a moment is told to Google's clock, which never goes back. */
  const shifted = (at: string): number =>
    Temporal.Instant.from(at).epochMilliseconds - lifeBegins + begun + 60_000;
  for (let number = 0; number < 2; number += 1) file();
  return {
    isToTheMinute: false,
    what: 'a desk on Google',
    do: async (deed, at) => {
      office.setClock(Math.max(office.clock(), shifted(at)));
      done(office, deed, file);
    },
    pass: async (at, death) => {
      office.setClock(shifted(at));
      const ended = await office.pass(
        death === undefined ? {} : { death: { effect: death + 1, when: 'after' } },
      );
      if (ended.kind === 'failed') throw ended.error;
      return ended.kind === 'killed' ? 'killed' : endOf(ended.report);
    },
    undo: async (at, { pass, ...options } = {}) => {
      office.setClock(Math.max(office.clock(), shifted(at)));
      const named = pass && Temporal.Instant.fromEpochMilliseconds(shifted(pass)).toString();
      return office.undo({
        now: Temporal.Instant.fromEpochMilliseconds(shifted(at)),
        ...options,
        ...(named !== undefined && { pass: named }),
      });
    },
    held: async () => ({
      cells: { rows: withoutBlanks(requestTabOf(office.book()).rows), links: [] },
      documents: documentsOf(office),
      ledger: await ledgerAt(office.ledgerPath),
    }),
    asNamed: (json) =>
      json.replaceAll(/[\w-]{40,}/g, (id) => office.double.world.files.get(id)?.name ?? id),
    remove: () => office.remove(),
  };
};

/** What a person finds: name, place, notes and bytes. */
const documentsOf = ({ double: { world } }: Office): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...world.files.values()]
      .filter(({ trashed, name }) => !trashed && name.endsWith('.docx'))
      .map(({ name, parents, appProperties, content }) => {
        const folder = world.files.get(parents[0] ?? '')?.name ?? '';
        const notes = JSON.stringify(appProperties);
        const hash = createHash('sha256')
          .update(content ?? new Uint8Array())
          .update(notes);
        return [`${folder}/${name}`, hash.digest('hex')] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const done = (office: Office, deed: Deed, file: () => void): void => {
  const rows = office.rows();
  const row = 'which' in deed ? deed.which % Math.max(rows.length, 1) : 0;
  const event = String(rows[row]?.event ?? '');
  switch (deed.kind) {
    case 'type':
      if (event === '') return;
      office.type(
        event,
        deed.field,
        typeof deed.cell === 'number' && deed.field === 'startDay' ? '03/12/2026' : deed.cell,
      );
      return;
    case 'confirm': {
      if (event === '') return;
      const at = new Date(office.clock() + 8 * 3_600_000).toISOString();
      const [date = '', time = ''] = at.split('T');
      const [year, month, day] = date.split('-');
      office.type(
        event,
        'confirmed',
        `${day}/${month}/${year} ${time.slice(0, 5).replace(':', '.')}`,
      );
      return;
    }
    case 'file request':
      file();
      return;
    case 'sort rows':
      if (rows.length === 0) return;
      office.people.sortRows({
        spreadsheetId: sheetId,
        range: `'${requestTab.name}'!A2:CZ${rows.length + 1}`,
        columns: [
          {
            column: requestTabOf(office.book()).rows[0]?.indexOf('Nama Kegiatan') ?? 0,
            descending: true,
          },
        ],
      });
      return;
    case 'delete row':
      if (rows.length < 2) return;
      office.people.deleteLines({
        spreadsheetId: sheetId,
        tab: requestTab.name,
        dimension: 'ROWS',
        at: row + 1,
      });
      return;
    case 'edit document':
    case 'throw document away': {
      const files = [...office.double.world.files.values()].filter(
        ({ trashed, name }) => !trashed && name.endsWith('.docx'),
      );
      const fileId = files[deed.which % Math.max(files.length, 1)]?.id;
      if (fileId === undefined) return;
      if (deed.kind === 'throw document away') office.people.trashFile({ fileId });
      else
        office.people.replaceContent({
          fileId,
          base64: Buffer.from('disunting').toString('base64'),
        });
      return;
    }
    case 'copy row':
    case 'sleep':
      return;
  }
};
