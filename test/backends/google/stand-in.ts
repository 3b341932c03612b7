import { OAuth2Client } from 'google-auth-library';
import { openGoogleClient } from '../../../src/backends/google/client/google-client.ts';
import { googleFetch } from '../../../src/backends/google/client/google-fetch.ts';
import type { SignedIn } from '../../../src/backends/google/client/signed-in.ts';
import type { Pace } from '../../../src/backends/pace.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import { createGoogleDouble, type GoogleDouble } from '../../google-double/google-double.ts';
import { aMemory } from '../../support/a-memory.ts';
import type { TabToBuild } from '../../support/xlsx.ts';

export const deskSheetId = 'lembar-layanan-vicon-0001';

/** The tabs of a desk beside that of requests, empty: while one is missing, the tabs are asked for in every pass. */
export const otherTabs: readonly TabToBuild[] = tabs
  .filter((tab) => tab !== requestTab)
  .map(({ name }) => ({ name, rows: [] }));

/** A clock that only waiting moves. */
export const aPace = (): Pace => {
  let time = Date.UTC(2026, 10, 24, 1);
  return {
    now: () => time,
    random: () => 0.5,
    wait: async (milliseconds) => {
      time += milliseconds;
    },
  };
};

/** How the backend reaches the stand-in: in this process, or over a port. */
export type Reach = (double: GoogleDouble) => Promise<typeof fetch>;

export const inProcess: Reach = async (double) => double.fetch;

/** Opens ports, and closes them all at the end. */
export const overSockets = (): { readonly reach: Reach; readonly close: () => Promise<void> } => {
  const open: { close(): Promise<void> }[] = [];
  return {
    reach: async (double) => {
      const listening = await double.listen(0);
      open.push(listening);
      return googleFetch(listening.url);
    },
    close: async () => {
      for (const each of open.splice(0)) await each.close();
    },
  };
};

/** Of the desk, as the stand-in takes any token. */
export const aSignIn = (): SignedIn => {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'anything' });
  return {
    auth,
    kind: 'user',
    takeUpNewSignIn: () => undefined,
    forgetAccessToken: () => undefined,
  };
};

/** A stand-in with one sheet of these tabs, and a client that is signed in to it. */
export const aGoogleDesk = async (tabs: readonly TabToBuild[], reach: Reach = inProcess) => {
  const pace = aPace();
  const double = createGoogleDouble({
    now: pace.now,
    data: {
      spreadsheets: [
        {
          id: deskSheetId,
          title: 'Buku Layanan',
          timeZone: 'Asia/Makassar',
          locale: 'in_ID',
          tabs,
        },
      ],
    },
  });
  const client = openGoogleClient({ signedIn: aSignIn(), fetch: await reach(double), pace });
  return { double, client, pace, memory: aMemory() };
};
