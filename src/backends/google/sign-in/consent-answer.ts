/** Where the browser comes back to after Google's page: one small server on this machine, for one answer. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServiceError } from '../../../errors.ts';
import {
  ConsentRefusedError,
  LoginPortError,
  LoginStoppedError,
  LoginTimedOutError,
} from './sign-in-errors.ts';

interface Waiting {
  /** 0: any free port. */
  readonly port: number;
  /** Whatever comes without it is not the answer, and is sent away. */
  readonly state: string;
  readonly signal: AbortSignal;
  /** Called once the browser may come back to this address. */
  ready(returnAddress: string): void;
  /** Makes the code into a sign-in; the browser is told only afterwards how it went. */
  redeem(code: string, returnAddress: string): Promise<void>;
}

/**
 * Resolves when the code was redeemed.
 *
 * @throws ConsentRefusedError, LoginTimedOutError, LoginStoppedError, LoginPortError, and what `redeem` throws. The
 *   server is closed and its connections are cut in every case.
 */
export const waitForAnswer = ({ port, state, signal, ready, redeem }: Waiting): Promise<void> =>
  new Promise((resolve, reject) => {
    let returnAddress = '';
    let isAnswered = false;

    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', stop);
      server.close();
      server.closeAllConnections();
      settle();
    };
    const stop = (): void => end(() => reject(endInWords(signal)));

    const finish = async (answer: URLSearchParams, response: ServerResponse): Promise<void> => {
      try {
        const code = answer.get('code');
        if (code === null) throw new ConsentRefusedError(refusalOf(answer));
        await redeem(code, returnAddress);
        await show(response, 200, pages.done);
        end(resolve);
      } catch (error) {
        await show(response, 400, pages.failed);
        end(() => reject(error));
      }
    };

    const server = createServer((request, response) => {
      const answer = request.method === 'GET' ? answerIn(request.url ?? '') : undefined;
      if (answer?.get('state') !== state || isAnswered) {
        void show(response, 404, pages.stray);
        return;
      }
      isAnswered = true;
      void finish(answer, response);
    });
    server.on('error', (error) => end(() => reject(new LoginPortError(codeOf(error), port))));
    signal.addEventListener('abort', stop);
    if (signal.aborted) {
      stop();
      return;
    }
    server.listen(port, '127.0.0.1', () => {
      // A server on TCP has an address of this kind and no other.
      const { port: given } = server.address() as AddressInfo;
      returnAddress = `http://127.0.0.1:${given}${answerPath}`;
      try {
        ready(returnAddress);
      } catch (error) {
        end(() => reject(error));
      }
    });
  });

const answerPath = '/oauth2callback';

/** What stands behind the question mark, if somebody comes to the right place. */
const answerIn = (path: string): URLSearchParams | undefined => {
  const [place, ...query] = path.split('?');
  return place === answerPath ? new URLSearchParams(query.join('?')) : undefined;
};

/** Why nobody waits any more. */
export const endInWords = ({ reason }: AbortSignal): ServiceError =>
  reason instanceof DOMException && reason.name === 'TimeoutError'
    ? new LoginTimedOutError()
    : new LoginStoppedError();

/** Only a word of Google's kind is repeated: anybody can write into an address. */
const refusalOf = (answer: URLSearchParams): string => {
  const word = answer.get('error') ?? '';
  return /^[a-z_]{1,40}$/.test(word) ? word : 'no reason given';
};

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);

const pages = {
  done: [
    'Berhasil masuk',
    'Layanan sudah terhubung dengan akun Google ini. Jendela ini boleh ditutup.',
  ],
  failed: [
    'Belum berhasil masuk',
    'Baca penjelasannya di jendela tempat perintah dijalankan, lalu coba lagi.',
  ],
  stray: [
    'Tidak ada apa-apa di sini',
    'Alamat ini hanya menunggu jawaban dari halaman masuk Google.',
  ],
} as const;

/** Waits until the browser has it, or is gone. */
const show = (
  response: ServerResponse,
  status: number,
  [title, text]: readonly [string, string],
): Promise<void> =>
  new Promise((done) => {
    response.on('close', done);
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    });
    response.end(
      `<!doctype html><html lang="id"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>\n`,
      () => done(),
    );
  });
