import { spawn } from 'node:child_process';

/** Opens an address in the person's browser if there is one; where there is none, nothing happens. */
export const openBrowser = (address: string): void => {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  // Not through cmd.exe, which would read the "&" of the address as its own.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
