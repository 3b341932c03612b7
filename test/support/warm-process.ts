/**
 * The built program kept warm: a process that runs one command after the other, each from the program's first line.
 *
 * What a command leaves in a process of its own, its output and exit code, goes back to who asked; listeners that it
 * put up are taken down. Loaded without a compiler, with the script of the program as the only argument.
 */
import type { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

export interface Asked {
  readonly args: readonly string[];
  readonly cwd: string;
}

interface Answered {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const script = process.argv[2] ?? '';
let count = 0;

const answer = async ({ args, cwd }: Asked): Promise<Answered> => {
  const out: string[] = [];
  const err: string[] = [];
  const quiet = [heard(process.stdout, out), heard(process.stderr, err)];
  const listening = listenersNow();
  process.chdir(cwd);
  process.argv = [process.execPath, script, ...args];
  process.exitCode = undefined;
  count += 1;
  try {
    await import(`${pathToFileURL(script)}?${count}`);
    return { exit: Number(process.exitCode ?? 0), out: out.join(''), err: err.join('') };
  } finally {
    process.exitCode = undefined;
    takeDown(listening);
    for (const end of quiet) end();
  }
};

/** What the guard says of a connection that left this machine: the command would try again and again. */
const strayCall = /^A test tried to connect /;

/** Keeps what is written to the stream, until it is ended. */
const heard = (stream: NodeJS.WriteStream, kept: string[]): (() => void) => {
  const { write } = stream;
  stream.write = (given: string | Uint8Array): boolean => {
    const text = typeof given === 'string' ? given : Buffer.from(given).toString();
    kept.push(text);
    if (strayCall.test(text)) write.call(stream, text, 'utf8', () => process.exit(1));
    return true;
  };
  return () => {
    stream.write = write;
  };
};

const emitters: readonly EventEmitter[] = [process, process.stdout, process.stderr];
const listenersNow = () =>
  emitters.map(
    (emitter) =>
      new Map(emitter.eventNames().map((name) => [name, emitter.rawListeners(name)] as const)),
  );

const takeDown = (before: ReturnType<typeof listenersNow>): void => {
  emitters.forEach((emitter, index) => {
    for (const name of emitter.eventNames()) {
      const kept = before[index]?.get(name) ?? [];
      for (const each of emitter.rawListeners(name))
        if (!kept.includes(each)) emitter.removeListener(name, each as () => void);
    }
  });
};

let last: Promise<unknown> = Promise.resolve();
process.on('message', (asked: Asked) => {
  last = last.then(async () => process.send?.(await answer(asked)));
});
