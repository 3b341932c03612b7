import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundledScript } from '../support/bundled-script.ts';

/** Another process of ours that runs one of the scripts in `processes/` and says `ready` on its own. */
export interface Child {
  readonly process: ChildProcess;
  /** The next line that it prints; `undefined` when it ended without one. */
  line(): Promise<string | undefined>;
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>;
  ended(): Promise<void>;
}

/**
 * @param script As a URL beside the test, so that tools see that it is used.
 * @param limitKb The largest file that the child may write, in kB.
 */
export const startChild = async (
  script: URL,
  words: readonly string[],
  { limitKb }: { readonly limitKb?: number } = {},
): Promise<Child> => {
  const { path } = await bundledScript(script);
  const command = [process.execPath, path, ...words];
  const limited = ['bash', '-c', `ulimit -f ${limitKb} && exec "$@"`, 'bash', ...command];
  const [program = '', ...rest] = limitKb === undefined ? command : limited;
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const lines = linesOf(child);
  return {
    process: child,
    line: async () => (await lines.next()).value,
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
    ended: async () => {
      await exit;
    },
  };
};

async function* linesOf(child: ChildProcess): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of child.stdout ?? []) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  return undefined;
}
