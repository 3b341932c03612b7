/**
 * A mail server, spoken to by nodemailer: a connection for each mail, and exactly one recipient.
 *
 * Whether a mail was taken over is known only where the server says a number. A connection that ends once the server began
 * to take the bytes leaves it open (RFC 5321 6.1), and nodemailer gives that the same name as a server that was never reached;
 * what tells them apart is whether anybody has read our stream. Its transport reads that ahead, its connection does not.
 */
import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ServiceError } from '../errors.ts';
import type { Dispatch, Envelope, SendOutcome, WayOut } from './way-out.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** From the first byte, by a command before anything else is said, or not at all. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user?: string;
  readonly password?: string;
}

/** In milliseconds. */
export interface SmtpPatience {
  readonly connect: number;
  /** RFC 5321 4.5.3.2.6 asks for ten minutes after the last byte; whoever waits less sends twice. */
  readonly silence: number;
}

const ownPatience: SmtpPatience = { connect: 20_000, silence: 600_000 };

export const openSmtp = (server: SmtpServer, patience: SmtpPatience = ownPatience): WayOut => ({
  name: 'smtp',
  inDoubt: 'same bytes',
  send: (dispatch) => send(dispatch, server, patience),
  settle: async () => undefined,
});

/** @throws SmtpUnreachableError where the server cannot be reached, or does not let us in. Nothing is sent. */
export const trySmtp = async (
  server: SmtpServer,
  patience: SmtpPatience = ownPatience,
): Promise<void> => {
  try {
    await connected(server, patience, async () => undefined);
  } catch (error) {
    throw new SmtpUnreachableError(server, failureOf(error));
  }
};

const send = async (
  { raw, envelope }: Dispatch,
  server: SmtpServer,
  patience: SmtpPatience,
): Promise<SendOutcome> => {
  const stream = watchedStream(raw);
  try {
    const accepted = await connected(server, patience, (connection) =>
      handOver(connection, { envelope, bytes: stream.bytes }),
    );
    return accepted.length === 1 && accepted[0] === envelope.to[0]
      ? { kind: 'sent' }
      : { kind: 'unknown', why: 'server surat menerima alamat lain daripada yang diminta' };
  } catch (error) {
    return outcomeOf(failureOf(error), { begun: stream.isRead() });
  }
};

/** Does the work on a connection that has let us in; however that ends, the connection does too. */
const connected = async <T>(
  { host, port, tls, user, password }: SmtpServer,
  { connect, silence }: SmtpPatience,
  work: (connection: SMTPConnection) => Promise<T>,
): Promise<T> => {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    connectionTimeout: connect,
    greetingTimeout: connect,
    socketTimeout: silence,
  });
  const broken = new Promise<never>((_, fail) => {
    connection.on('error', fail);
    // Later than the answer that made the server end it.
    connection.once('end', () => setImmediate(fail, new Error('The connection ended.')));
  });
  const inside = async (): Promise<T> => {
    await answered((done) => connection.connect(done));
    if (user !== undefined)
      await answered((done) => connection.login({ user, pass: password ?? '' }, done));
    return work(connection);
  };
  try {
    const result = await Promise.race([inside(), broken]);
    connection.quit();
    return result;
  } catch (error) {
    connection.close();
    throw error;
  }
};

const answered = (ask: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((done, fail) => {
    ask((error) => (error ? fail(error) : done()));
  });

/** @returns who was accepted. */
const handOver = (
  connection: SMTPConnection,
  { envelope, bytes }: { readonly envelope: Envelope; readonly bytes: Readable },
): Promise<readonly string[]> =>
  new Promise((done, fail) => {
    connection.send({ from: envelope.from, to: [...envelope.to] }, bytes, (error, info) =>
      error ? fail(error) : done(info.accepted),
    );
  });

const watchedStream = (
  raw: Uint8Array,
): { readonly bytes: Readable; readonly isRead: () => boolean } => {
  let isRead = false;
  const bytes = new Readable({
    read() {
      isRead = true;
      this.push(raw);
      this.push(null);
    },
  });
  return { bytes, isRead: () => isRead };
};

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  /** `EAUTH`, `ETIMEDOUT` … */
  readonly kind: string;
  /** The number that the server said; absent where it said none. */
  readonly code?: number;
  /** `5.1.1` (RFC 3463), where the server says so. */
  readonly detail?: string;
  /** What was answered by it: `RCPT TO`, `DATA` … */
  readonly command: string;
}

const failureOf = (error: unknown): SmtpFailure => {
  const fields: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? { ...error } : {};
  const { code, responseCode, response, command } = fields;
  const detail = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response ?? ''))?.[1];
  return {
    kind: String(code ?? ''),
    ...(typeof responseCode === 'number' && { code: responseCode }),
    ...(detail !== undefined && { detail }),
    command: String(command ?? ''),
  };
};

const outcomeOf = (failure: SmtpFailure, { begun }: { readonly begun: boolean }): SendOutcome => {
  const { kind, code, detail, command } = failure;
  if (code === undefined) {
    return begun
      ? { kind: 'unknown', why: 'sambungan ke server surat terputus sebelum ada jawaban' }
      : { kind: 'paused', why: noWay[kind] ?? 'server surat tidak dapat dihubungi' };
  }
  if (kind === 'EAUTH') return { kind: 'paused', why: 'server surat menolak nama atau kata sandi' };
  if (detail === '5.4.5' || detail === '4.7.28')
    return { kind: 'paused', why: 'batas kiriman hari ini pada server surat tercapai' };
  const saying = `server surat menjawab ${[code, detail].filter((part) => part !== undefined).join(' ')}`;
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  // 421: the server closes, whatever was said to it.
  if (!isAboutMail || code === 421) return { kind: 'paused', why: saying };
  return { kind: 'refused', what: isNobody(failure) ? 'address' : 'mail', why: saying };
};

/** Said of the address for good, and not of us, of this mail or of a full mailbox. */
const isNobody = ({ code = 0, detail, command }: SmtpFailure): boolean =>
  command === 'RCPT TO' &&
  code >= 500 &&
  (detail === undefined || detail === '5.0.0'
    ? [550, 551, 553].includes(code)
    : detail === '5.2.1' || (/^5\.1\.\d$/.test(detail) && !['5.1.7', '5.1.8'].includes(detail)));

const noWay: Readonly<Record<string, string>> = {
  EAUTH: 'server surat menolak nama atau kata sandi',
  ETLS: 'sambungan ke server surat tidak dapat disandikan',
  EDNS: 'nama server surat tidak ditemukan',
};

/** No mail can leave by this server as it is set. */
export class SmtpUnreachableError extends ServiceError {
  readonly code = 'smtp-unreachable';

  constructor({ host, port, tls }: SmtpServer, { kind, code, command }: SmtpFailure) {
    const said = [code === undefined ? kind : `answer ${code}`, command].filter(
      (part) => part !== '',
    );
    super({
      what: `The mail server ${host}:${port} (TLS: ${tls}) cannot be used: ${said.join(', ')}.`,
      todo:
        kind === 'EAUTH'
          ? 'Check "messages.smtp.user" and its password.'
          : 'Check "messages.smtp" host, port and tls, and whether this machine may reach it.',
    });
  }
}
