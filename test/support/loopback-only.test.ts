import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';

test('a test cannot connect beyond this machine', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);

  await expect(fetch('https://sheets.googleapis.com/')).rejects.toThrow('fetch failed');
  expect(() => connect(443, 'oauth2.googleapis.com')).toThrow(/Tests stay on this machine/);
  expect(() => connect({ host: '192.0.2.1', port: 80 })).toThrow(/Tests stay on this machine/);
  expect(said).toHaveBeenCalledTimes(3);
  said.mockRestore();
});

test('a test can talk to a server of its own', async () => {
  const server = createServer((_, answer) => answer.end('di sini'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('di sini');
  server.close();
});
