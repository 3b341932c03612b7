/**
 * A pass that costs what a real one costs in calls and in the database, and next to nothing in thinking: every row of the tab
 * "Permohonan" with something in its first cell wants its answer in the second.
 *
 * An idle one reads the sheet once. One that answers reads three times, as the real one does (its look, the tabs before a
 * write, the rows again), writes once, and keeps its promise in the ledger before and after.
 */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { openGoogleClient } from '../../../src/backends/google/client/google-client.ts';
import { googleFetch } from '../../../src/backends/google/client/google-fetch.ts';
import { openSignIn } from '../../../src/backends/google/sign-in/sign-in.ts';
import type { fleetPass } from '../../../src/fleet/work/fleet-pass.ts';
import { openPostgresLedger } from '../../../src/ledger/postgres/open-postgres-ledger.ts';
import { ownPace } from '../../../src/service/own-pace.ts';

/** Which desk and epoch a request belongs to, for who judges the trial. */
export const epochHeader = 'x-trial-epoch';

export const answerTab = 'Permohonan';

export const lightPass: typeof fleetPass =
  ({ pool }) =>
  async ({ config, settingsHash }, { taken, tenure, fence }) => {
    const { google } = config;
    if (google?.spreadsheet === undefined)
      throw new Error('The light desks are all on the stand-in.');
    const { credentials, token, endpoint, spreadsheet: spreadsheetId } = google;
    const toStandIn = googleFetch(endpoint);
    const signedIn = await openSignIn({ credentials, token, photos: false, fetch: toStandIn });
    const client = openGoogleClient({ signedIn, fetch: toStandIn, pace: ownPace, tenure });
    const sheets = await client.sheets();
    const headers = { [epochHeader]: `${taken.desk} ${taken.epoch}` };
    const read = async (): Promise<readonly (readonly string[])[]> => {
      const { valueRanges = [] } = await client.send(
        { what: 'read the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
        (sending) =>
          sheets.spreadsheets.values.batchGet(
            { spreadsheetId, ranges: [`'${answerTab}'`], majorDimension: 'ROWS' },
            { ...sending, headers },
          ),
      );
      return (valueRanges[0]?.values ?? []) as readonly (readonly string[])[];
    };

    const seen = await read();
    const answerHash = createHash('sha256')
      .update(settingsHash)
      .update(JSON.stringify(seen))
      .digest('hex');
    if (answerHash === taken.quiet?.answerHash) return { kind: 'unchanged' };
    if (openRows(seen).length === 0) {
      const since = Temporal.Now.instant();
      const quiet = { answerHash, revision: 0, since, nextInstant: since.add({ hours: 1 }) };
      return { kind: 'whole', hasChanged: false, quiet };
    }

    const ledger = await openPostgresLedger({ database: pool, desk: taken.desk, fence });
    try {
      await client.send(
        { what: 'read the tabs', kind: 'read', repeatable: true, subject: 'sheet' },
        (sending) =>
          sheets.spreadsheets.get(
            { spreadsheetId, fields: 'properties(timeZone),sheets.properties' },
            { ...sending, headers },
          ),
      );
      const due = openRows(await read());
      await ledger.remember('trial.intended', JSON.stringify(due));
      await client.send(
        { what: 'write into the sheet', kind: 'write', repeatable: false, subject: 'sheet' },
        (sending) =>
          sheets.spreadsheets.batchUpdate(
            {
              spreadsheetId,
              requestBody: {
                requests: due.map(({ row, change }) => ({
                  updateCells: {
                    start: { sheetId: 0, rowIndex: row, columnIndex: 1 },
                    rows: [
                      {
                        values: [{ userEnteredValue: { stringValue: `${change} ${taken.epoch}` } }],
                      },
                    ],
                    fields: 'userEnteredValue',
                  },
                })),
              },
            },
            { ...sending, headers },
          ),
      );
      await ledger.remember('trial.written', JSON.stringify(due));
      return { kind: 'whole', hasChanged: true };
    } finally {
      await ledger.close();
    }
  };

const openRows = (
  rows: readonly (readonly string[])[],
): readonly { readonly row: number; readonly change: string }[] =>
  rows.flatMap(([change = '', answer = ''], row) =>
    change !== '' && answer === '' ? [{ row, change }] : [],
  );
