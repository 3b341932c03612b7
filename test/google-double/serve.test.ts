import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FaultRule } from './faults.ts';
import { createGoogleDouble } from './google-double.ts';

const aBook = {
  id: 'buku',
  title: 'Buku',
  tabs: [{ name: 'Layanan & Jaringan', rows: [['Nama']] }],
};

const listening = async (...rules: readonly FaultRule[]) => {
  const double = createGoogleDouble({ data: { spreadsheets: [aBook] } });
  for (const rule of rules) double.faults.add(rule);
  const { url, close } = await double.listen(0);
  onTestFinished(close);
  const ask = (path: string, method = 'GET', body?: string | Uint8Array<ArrayBuffer>) =>
    fetch(url + path, {
      method,
      headers: { authorization: 'Bearer anything' },
      ...(body !== undefined && { body }),
    });
  return { double, url, ask };
};

describe('over a socket, the stand-in', () => {
  test('takes paths, queries and bodies as they came', async () => {
    const { ask } = await listening();
    const range = encodeURIComponent("'Layanan & Jaringan'!A1:B2");

    const written = await ask(
      `/v4/spreadsheets/buku/values/${range}?valueInputOption=RAW`,
      'PUT',
      JSON.stringify({ values: [['Nama'], ['Ñusa 🌵']] }),
    );
    const read = await ask(`/v4/spreadsheets/buku/values/${range}`);

    expect(written.status).toBe(200);
    expect(await read.json()).toMatchObject({ values: [['Nama'], ['Ñusa 🌵']] });
  });

  test('carries bytes untouched', async () => {
    const { ask } = await listening();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);

    const made = await ask('/upload/drive/v3/files?uploadType=media', 'POST', bytes);
    const { id } = (await made.json()) as { readonly id: string };
    const got = await ask(`/drive/v3/files/${id}?alt=media`);

    expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes);
  });

  test('cuts the connection where the script of faults says so', async () => {
    const { ask } = await listening({ times: 1, fault: { kind: 'cut', when: 'before' } });

    await expect(ask('/v4/spreadsheets/buku')).rejects.toMatchObject({
      cause: { code: 'UND_ERR_SOCKET' },
    });
    const { status } = await ask('/v4/spreadsheets/buku');

    expect(status).toBe(200);
  });

  test('answers others while one request is held up, and lets go of it on closing', async () => {
    const double = createGoogleDouble({ data: { spreadsheets: [aBook] } });
    double.faults.add({ times: 1, fault: { kind: 'delay', ms: 60_000 } });
    const { url, close } = await double.listen(0);
    const read = () =>
      fetch(`${url}/v4/spreadsheets/buku`, { headers: { authorization: 'Bearer anything' } });

    const held = read();
    const ended = expect(held).rejects.toMatchObject({ message: 'fetch failed' });
    await vi.waitFor(() => expect(double.faults.struck).toEqual({ 1: 1 }));
    const { status } = await read();
    await close();

    expect(status).toBe(200);
    await ended;
    await expect(read()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  test('says 500 and where, when it fails itself', async () => {
    const { double, ask } = await listening();
    double.world.files.set('buku', null as never);

    const answer = await ask('/drive/v3/files');

    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('TypeError');
  });

  test('refuses a port that is taken', async () => {
    const { double, url } = await listening();

    await expect(double.listen(Number(new URL(url).port))).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
