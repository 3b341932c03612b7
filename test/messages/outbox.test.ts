/** The folder of .eml files: whole or not there, private, and never written again once a person took something away. */
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOutbox } from '../../src/messages/outbox.ts';
import { temporaryFolder } from '../ledger/temporary-folder.ts';
import { aDispatch, wayOutContract } from './way-out-contract.ts';

const mailsIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.eml'));

wayOutContract('outbox', async () => {
  const folder = join(temporaryFolder(), 'Pesan Keluar');
  return {
    wayOut: openOutbox(folder),
    arrived: async () =>
      mailsIn(folder).map((name) => readFileSync(join(folder, name)).toString('latin1')),
    closeTheWay: async () => writeFileSync(folder, 'a file in its place'),
    leave: async () => rmSync(folder, { recursive: true, force: true }),
  };
});

test('a mail is for the eyes of this account only', async () => {
  const folder = join(temporaryFolder(), 'Pesan Keluar');
  await openOutbox(folder).send(await aDispatch('a.1'));

  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'a.1.eml')).mode & 0o777).toBe(0o600);
});

test('what a person moved away stays away while nobody knows that it was put there', async () => {
  const folder = join(temporaryFolder(), 'Pesan Keluar');
  const outbox = openOutbox(folder);
  const dispatch = await aDispatch('a.1');
  await outbox.send(dispatch);
  mkdirSync(join(folder, 'Terkirim'));
  renameSync(join(folder, 'a.1.eml'), join(folder, 'Terkirim', 'a.1.eml'));

  expect(await openOutbox(folder).send(dispatch)).toEqual({ kind: 'sent' });

  expect(mailsIn(folder)).toEqual([]);
});

test('what was thrown away stays away too, until it is settled', async () => {
  const folder = join(temporaryFolder(), 'Pesan Keluar');
  const outbox = openOutbox(folder);
  const dispatch = await aDispatch('a.1');
  await outbox.send(dispatch);
  rmSync(join(folder, 'a.1.eml'));
  await outbox.settle(new Set(['a.1']));

  expect(await outbox.send(dispatch)).toEqual({ kind: 'sent' });
  expect(mailsIn(folder)).toEqual([]);

  await outbox.settle(new Set());
  expect(readdirSync(join(folder, '.jejak'))).toEqual([]);
});

test('a kill while the bytes were written leaves nothing half', async () => {
  const folder = join(temporaryFolder(), 'Pesan Keluar');
  const dispatch = await aDispatch('a.1');
  mkdirSync(join(folder, '.jejak'), { recursive: true });
  writeFileSync(join(folder, '.jejak', 'a.1.siap'), dispatch.raw.slice(0, 100));

  expect(await openOutbox(folder).send(dispatch)).toEqual({ kind: 'sent' });

  expect(readFileSync(join(folder, 'a.1.eml'))).toEqual(Buffer.from(dispatch.raw));
});

test('a kill between the name and its trace is known by the second name', async () => {
  const folder = join(temporaryFolder(), 'Pesan Keluar');
  const dispatch = await aDispatch('a.1');
  mkdirSync(join(folder, '.jejak'), { recursive: true });
  writeFileSync(join(folder, '.jejak', 'a.1.siap'), dispatch.raw);
  linkSync(join(folder, '.jejak', 'a.1.siap'), join(folder, 'moved by hand.eml'));

  expect(await openOutbox(folder).send(dispatch)).toEqual({ kind: 'sent' });

  expect(existsSync(join(folder, 'a.1.eml'))).toBe(false);
});

test('never over a file that stands there, whatever it holds', async () => {
  const folder = join(temporaryFolder(), 'Pesan Keluar');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.1.eml'), 'disunting');
  chmodSync(folder, 0o700);

  expect(await openOutbox(folder).send(await aDispatch('a.1'))).toEqual({ kind: 'sent' });

  expect(readFileSync(join(folder, 'a.1.eml'), 'utf8')).toBe('disunting');
});
