import { OAuth2Client } from 'google-auth-library';
import { Temporal } from 'temporal-polyfill';
import { openGoogleClient } from '../../../../src/backends/google/client/google-client.ts';
import { openDriveStore } from '../../../../src/backends/google/drive/drive-store.ts';
import type { Memory } from '../../../../src/backends/memory.ts';
import type { DriveFile } from '../../../google-double/drive/model.ts';
import { aMemory } from '../../../support/a-memory.ts';
import { aGoogleDesk, deskSheetId, inProcess, type Reach } from '../stand-in.ts';

/** A desk that sees only its own files, as the right that it asks for gives it; and the people around it. */
export const aDriveDesk = async ({ reach = inProcess }: { readonly reach?: Reach } = {}) => {
  const desk = await aGoogleDesk([], reach);
  const { double, client, memory, pace } = desk;
  double.world.drive.sees = 'own files';
  const files = (): readonly DriveFile[] => [...double.world.files.values()];
  const isTrashed = ({ trashed, parents }: DriveFile): boolean =>
    trashed || parents.some((id) => files().some((file) => file.id === id && isTrashed(file)));

  return {
    ...desk,
    now: () => Temporal.Instant.fromEpochMilliseconds(pace.now()),
    /** As after a restart; with another memory, as after the ledger was lost. */
    open: (
      changed: {
        readonly memory?: Memory;
        readonly folder?: string;
        readonly desk?: string;
        readonly adopt?: boolean;
        readonly photos?: boolean;
      } = {},
    ) => openDriveStore({ client, desk: deskSheetId, memory, clock: pace.now, ...changed }),
    anotherMemory: aMemory,
    /** As earlier editions left files: with notes that name no desk. */
    unmark: () => {
      for (const { appProperties } of files()) {
        for (const notes of Object.values(appProperties)) Reflect.deleteProperty(notes, 'lembar');
      }
    },
    /** The desks whose marks files bear, by the files' ids. */
    deskOn: (id: string) =>
      Object.values(double.world.files.get(id)?.appProperties ?? {})[0]?.['lembar'],
    openWithoutMemory: () =>
      openDriveStore({ client, desk: deskSheetId, memory: aMemory(), clock: pace.now }),
    /** The documents that do not lie in the trash, the oldest first. */
    documents: () => files().filter((file) => file.name.endsWith('.docx') && !isTrashed(file)),
    /** The names of the folders above a file, from the top. */
    pathOf: (id: string): readonly string[] => {
      const path: string[] = [];
      let above = double.world.files.get(id)?.parents[0];
      while (above !== undefined) {
        const folder = double.world.files.get(above);
        path.unshift(folder?.name ?? above);
        above = folder?.parents[0];
      }
      return path;
    },
    /** Somebody else signs in on the same stand-in. */
    clientOf: async (email: string, kind: 'user' | 'service-account') => {
      const auth = new OAuth2Client();
      const { token } = double.world.signIn.issueAccessToken({ email, kind });
      auth.setCredentials({ access_token: token });
      return openGoogleClient({
        signedIn: {
          auth,
          kind,
          takeUpNewSignIn: () => undefined,
          forgetAccessToken: () => undefined,
        },
        fetch: await reach(double),
        pace,
      });
    },
  };
};

export const bytesOf = (text: string): string => Buffer.from(text).toString('base64');
