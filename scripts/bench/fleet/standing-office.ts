/** The stand-in with all the offices' sheets, and everything that came in over its socket, desk by desk. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createGoogleDouble,
  type GoogleDouble,
} from '../../../test/google-double/google-double.ts';
import { answerTab, epochHeader } from './light-pass.ts';

export interface TrialAccount {
  readonly clientId: string;
  readonly refreshToken: string;
  readonly scope: string;
}

export interface TrialDesk {
  readonly desk: number;
  readonly spreadsheet: string;
  readonly account: TrialAccount;
}

/** What was asked of a desk's sheet. */
export interface Visit {
  readonly desk: number;
  readonly epoch: number;
  readonly at: number;
  readonly kind: 'read' | 'write';
  readonly status: number;
  /** The changes that a write answered. */
  readonly answers: readonly string[];
}

export interface StandingOffice {
  readonly url: string;
  readonly double: GoogleDouble;
  readonly desks: readonly TrialDesk[];
  readonly visits: Visit[];
  close(): void;
}

const scope = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive.file',
].join(' ');

export const openStandingOffice = async ({
  desks: count,
  projects,
  accounts: accountsOfProject,
}: {
  readonly desks: number;
  readonly projects: number;
  /** In each project. */
  readonly accounts: number;
}): Promise<StandingOffice> => {
  const double = createGoogleDouble();
  const accounts = Array.from({ length: projects * accountsOfProject }, (_, index) => {
    const clientId = `${471_100_000_001 + (index % projects)}-trial.apps.example`;
    const account = {
      email: `kantor${index}@vicon.example`,
      kind: 'user',
      program: clientId,
    } as const;
    return {
      clientId,
      scope,
      refreshToken: double.world.signIn.issueRefreshToken(account, scope),
      accessToken: double.world.signIn.issueAccessToken(account, scope).token,
    };
  });
  const desks: TrialDesk[] = [];
  for (let desk = 1; desk <= count; desk += 1) {
    const account = accounts[desk % accounts.length];
    if (account === undefined) throw new Error('There is no account.');
    const answer = await double.fetch('https://sheets.googleapis.com/v4/spreadsheets', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${account.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        properties: { title: `Kantor ${desk}` },
        sheets: [{ properties: { sheetId: 0, title: answerTab } }],
      }),
    });
    const { spreadsheetId } = (await answer.json()) as { readonly spreadsheetId: string };
    desks.push({ desk, spreadsheet: spreadsheetId, account });
  }
  const visits: Visit[] = [];
  const { url, close } = await listening(double, visits);
  return { url, double, desks, visits, close };
};

/** A port of this machine before the stand-in, at which all that comes in is written down. */
const listening = async (
  double: GoogleDouble,
  visits: Visit[],
): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const pieces: Buffer[] = [];
      for await (const piece of incoming) pieces.push(piece as Buffer);
      const body = Buffer.concat(pieces);
      const { [epochHeader]: said, ...headers } = incoming.headers;
      const method = incoming.method ?? 'GET';
      const answer = await double.fetch(`http://stand-in${incoming.url ?? '/'}`, {
        method,
        headers: Object.fromEntries(
          Object.entries(headers).flatMap(([name, value]) =>
            typeof value === 'string' && name !== 'connection' ? [[name, value]] : [],
          ),
        ),
        ...(method !== 'GET' && { body }),
      });
      if (typeof said === 'string') {
        const [desk = 0, epoch = 0] = said.split(' ').map(Number);
        const isWrite = method === 'POST';
        visits.push({
          desk,
          epoch,
          at: performance.now(),
          kind: isWrite ? 'write' : 'read',
          status: answer.status,
          answers: isWrite && answer.ok ? (body.toString().match(/c\d+(?= \d+")/g) ?? []) : [],
        });
      }
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      outgoing.end(Buffer.from(await answer.arrayBuffer()));
    })().catch(() => outgoing.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
