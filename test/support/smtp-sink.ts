/** A mail server on loopback that keeps what it takes, and fails where and how it is told. */
import { createServer, type Socket } from 'node:net';

export interface Delivery {
  readonly from: string;
  readonly to: readonly string[];
  /** As the sender gave it, dots unstuffed. */
  readonly data: string;
}

/**
 * `refuse` answers that number at this point · `drop` ends the connection there · `hang` never answers there.
 * `dot` is the answer to the last byte; `kept` says whether the mail is taken all the same.
 */
export type Trouble = {
  readonly kind: 'refuse' | 'drop' | 'hang';
  readonly at: 'greeting' | 'mail' | 'rcpt' | 'data' | 'dot';
  readonly answer?: string;
  readonly kept?: boolean;
};

export interface SmtpSink {
  readonly port: number;
  readonly deliveries: readonly Delivery[];
  /** Asked once a connection, which carries one mail. */
  trouble: () => Trouble | undefined;
  close(): Promise<void>;
}

export const openSmtpSink = async (): Promise<SmtpSink> => {
  const deliveries: Delivery[] = [];
  const sockets = new Set<Socket>();
  const sink = { trouble: (): Trouble | undefined => undefined };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, { deliveries, met: sink.trouble() });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(sink, {
    port,
    deliveries,
    close: () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  });
};

const converse = (
  socket: Socket,
  { deliveries, met }: { readonly deliveries: Delivery[]; readonly met: Trouble | undefined },
): void => {
  let buffer = '';
  let from = '';
  let to: string[] = [];
  let inData = false;
  const meet = (at: Trouble['at'], otherwise: string): void => {
    if (met?.at !== at) return void socket.write(`${otherwise}\r\n`);
    if (met.kind === 'refuse') socket.write(`${met.answer ?? '451 4.3.0 nanti'}\r\n`);
    if (met.kind === 'drop') socket.destroy();
  };
  const take = (data: string): void => {
    if (met?.at !== 'dot' || met.kept === true) deliveries.push({ from, to: [...to], data });
    meet('dot', '250 2.0.0 diterima');
    from = '';
    to = [];
  };
  const command = (line: string): void => {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (/^EHLO/i.test(line)) socket.write('250-sink\r\n250 8BITMIME\r\n');
    else if (/^MAIL FROM/i.test(line)) {
      from = address;
      meet('mail', '250 2.1.0 ok');
    } else if (/^RCPT TO/i.test(line)) {
      to.push(address);
      meet('rcpt', '250 2.1.5 ok');
    } else if (/^DATA/i.test(line)) {
      inData = met?.at !== 'data';
      meet('data', '354 go');
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
    else socket.write('250 ok\r\n');
  };
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    for (;;) {
      const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
      if (end < 0) return;
      const text = buffer.slice(0, inData ? end + 2 : end);
      buffer = buffer.slice(end + (inData ? 5 : 2));
      if (!inData) command(text);
      else {
        inData = false;
        take(text.replaceAll(/^\./gm, ''));
      }
    }
  });
  meet('greeting', '220 sink ESMTP');
};
