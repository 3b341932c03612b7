/**
 * No test may reach beyond this machine: whatever opens a connection to another host fails, loudly.
 *
 * Loaded before every test file, and into every process of the command line that a test starts; `fetch` and Google's
 * clients go through it as everything else does. It is also said on the error stream, because a program may put the error
 * into words of its own.
 */
import { Socket } from 'node:net';

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;

/** The host that a socket is told to connect to; `undefined` for a path on this machine. */
const hostOf = (given: readonly unknown[]): string | undefined => {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first === 'object' && first !== null) {
    const { host, path }: { host?: unknown; path?: unknown } = first;
    return typeof path === 'string' ? undefined : typeof host === 'string' ? host : 'localhost';
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return undefined;
  return typeof second === 'string' ? second : 'localhost';
};

const connect = Socket.prototype.connect;

Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
  const host = hostOf(given);
  if (host !== undefined && !loopback.test(host)) {
    const refusal = `A test tried to connect to "${host}". Tests stay on this machine.`;
    process.stderr.write(`${refusal}\n`);
    throw new Error(refusal);
  }
  return Reflect.apply(connect, this, given);
};
