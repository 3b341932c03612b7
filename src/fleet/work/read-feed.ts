/**
 * Drive's list of changes as a hint that a sheet changed: minutes late at times, and never the only reason to look.
 *
 * One list for each account that signed in, read by one worker at a time. The page is kept after the hints are, so that a
 * kill in between gives a hint twice and loses none.
 */

import type { GoogleClient } from '../../backends/google/client/google-client.ts';
import { googleFetch } from '../../backends/google/client/google-fetch.ts';
import { ownPace } from '../../service/own-pace.ts';
import { type DeskPlaced, isUsersQuota } from '../settings/desk-places.ts';
import { type HintedDesk, noteHints } from '../store/desk-rows.ts';
import { fromNowOn, keepPage, takeTurn } from '../store/feed-rows.ts';
import type { FleetDatabase } from '../store/fleet-tables.ts';

const everyMs = 10_000;

/** More than this in one go is an account that was away for long; the rest comes with the next turn. */
const mostPages = 20;

export const readFeeds = async (
  db: FleetDatabase,
  desks: readonly DeskPlaced[],
  trouble: (error: unknown) => void,
): Promise<void> => {
  for (const [account, ofAccount] of byAccount(desks)) {
    try {
      const turn = await takeTurn(db, { account, everyMs });
      if (turn !== 'not now') await readFeed(db, { account, desks: ofAccount, page: turn.page });
    } catch (error) {
      trouble(error);
      // A page may be too old to read on from. What is missed so is found by looking.
      await keepPage(db, { account, page: fromNowOn });
    }
  }
};

const byAccount = (desks: readonly DeskPlaced[]): ReadonlyMap<string, readonly DeskPlaced[]> => {
  const accounts = new Map<string, readonly DeskPlaced[]>();
  for (const desk of desks) {
    const account = desk.quotas.find(isUsersQuota);
    if (account !== undefined) accounts.set(account, [...(accounts.get(account) ?? []), desk]);
  }
  return accounts;
};

const readFeed = async (
  db: FleetDatabase,
  {
    account,
    desks,
    page,
  }: {
    readonly account: string;
    readonly desks: readonly DeskPlaced[];
    readonly page: string | undefined;
  },
): Promise<void> => {
  const client = await clientOf(desks);
  if (client === undefined) return;
  let from = page ?? (await startOf(client));
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { changed, next, isLast } = await pageFrom(client, from);
    await noteHints(db, changedDesks(desks, changed));
    from = next;
    await keepPage(db, { account, page: from });
    if (isLast) break;
  }
};

/** Any desk of the account signs in as it. */
const clientOf = async ([first]: readonly DeskPlaced[]): Promise<GoogleClient | undefined> => {
  const google = first?.config.google;
  if (google === undefined) return undefined;
  const { openSignIn } = await import('../../backends/google/sign-in/sign-in.ts');
  const { openGoogleClient } = await import('../../backends/google/client/google-client.ts');
  const { credentials, token, photos, endpoint } = google;
  const fetch = googleFetch(endpoint);
  const signedIn = await openSignIn({ credentials, token, photos, fetch });
  return openGoogleClient({ signedIn, fetch, pace: ownPace });
};

const startOf = async (client: GoogleClient): Promise<string> => {
  const drive = await client.drive();
  const { startPageToken } = await client.send(
    { what: 'ask for the changes in Drive', kind: 'read', repeatable: true },
    (sending) => drive.changes.getStartPageToken({ supportsAllDrives: true }, sending),
  );
  return startPageToken ?? '';
};

interface FeedPage {
  /** Files, and when they were changed in milliseconds since 1970. */
  readonly changed: ReadonlyMap<string, number>;
  readonly next: string;
  readonly isLast: boolean;
}

const pageFrom = async (client: GoogleClient, pageToken: string): Promise<FeedPage> => {
  const drive = await client.drive();
  const {
    changes = [],
    nextPageToken,
    newStartPageToken,
  } = await client.send(
    { what: 'ask for the changes in Drive', kind: 'read', repeatable: true },
    (sending) =>
      drive.changes.list(
        {
          pageToken,
          pageSize: 100,
          supportsAllDrives: true,
          includeItemsFromAllDrives: true,
          includeRemoved: false,
          fields: 'nextPageToken,newStartPageToken,changes(fileId,file(modifiedTime))',
        },
        sending,
      ),
  );
  return {
    changed: new Map(
      changes.map(({ fileId, file }) => [fileId ?? '', Date.parse(file?.modifiedTime ?? '')]),
    ),
    next: nextPageToken ?? newStartPageToken ?? pageToken,
    isLast: nextPageToken == null,
  };
};

const changedDesks = (
  desks: readonly DeskPlaced[],
  changed: FeedPage['changed'],
): readonly HintedDesk[] =>
  desks.flatMap(({ desk, place }) => {
    const changedAt = changed.get(place);
    return changedAt === undefined || Number.isNaN(changedAt) ? [] : [{ desk, changedAt }];
  });
