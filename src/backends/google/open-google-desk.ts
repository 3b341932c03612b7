/** The sheet and the documents of a desk that lives on Google. This file is loaded only where the settings name one. */
import type { DocumentStore, Workbook } from '../backend.ts';
import type { Memory } from '../memory.ts';
import type { Pace } from '../pace.ts';
import type { Tenure } from '../tenure.ts';
import { openGoogleClient } from './client/google-client.ts';
import { googleFetch } from './client/google-fetch.ts';
import { openDriveStore } from './drive/drive-store.ts';
import { type KeptSheet, openSheetsWorkbook } from './sheet/sheets-workbook.ts';
import { openSignIn } from './sign-in/sign-in.ts';

export interface GoogleDeskOptions {
  readonly spreadsheet: string;
  readonly folder?: string | undefined;
  /** Paths of the files that hold credentials and token. */
  readonly credentials: string;
  readonly token: string;
  /** Read what people put into *Dokumentasi*. */
  readonly photos?: boolean;
  /** Where Google's APIs answer, for trials; absent: Google. */
  readonly endpoint?: string | undefined;
  /** How requests go out; absent: over the network, to `endpoint`. */
  readonly fetch?: typeof fetch;
  readonly timeZone: string;
  readonly memory: Memory;
  /** Take documents that carry no desk's mark: the ledger was lost. */
  readonly adopt?: boolean;
  readonly pace: Pace;
  readonly tenure?: Tenure;
  readonly kept?: KeptSheet;
}

/** @throws ServiceError one of `errors.ts`, when there is no way to sign in. */
export const openGoogleDesk = async ({
  spreadsheet,
  folder,
  credentials,
  token,
  photos = false,
  endpoint,
  fetch = googleFetch(endpoint),
  timeZone,
  memory,
  adopt = false,
  pace,
  tenure,
  kept,
}: GoogleDeskOptions): Promise<{ workbook: Workbook; documents: DocumentStore }> => {
  const signedIn = await openSignIn({ credentials, token, photos, fetch });
  const client = openGoogleClient({ signedIn, fetch, pace, ...(tenure && { tenure }) });
  return {
    workbook: openSheetsWorkbook({
      client,
      spreadsheetId: spreadsheet,
      timeZone,
      memory,
      pace,
      ...(kept && { kept }),
    }),
    documents: openDriveStore({
      client,
      desk: spreadsheet,
      photos,
      memory,
      adopt,
      clock: pace.now,
      ...(folder !== undefined && { folder }),
    }),
  };
};
