import { describe, expect, test } from 'vitest';
import { createGoogleDouble } from '../google-double.ts';

const unit = 256 * 1024;
const total = 3 * unit + 5;
const content = new Uint8Array(total).map((_, at) => at % 251);
const headers = { authorization: 'Bearer anything' };

/** A stand-in with one session that was begun, for a new file or for one that lies there. */
const aSession = async ({ of }: { readonly of?: (double: Double) => Promise<string> } = {}) => {
  let time = Date.UTC(2026, 10, 2, 1);
  const double = createGoogleDouble({ now: () => time });
  const file = of === undefined ? '' : `/${await of(double)}`;
  const started = await double.fetch(
    `https://www.googleapis.com/upload/drive/v3/files${file}?uploadType=resumable&fields=id,name,size`,
    {
      method: file === '' ? 'POST' : 'PATCH',
      headers: { ...headers, 'x-upload-content-length': String(total) },
      body: JSON.stringify({ name: 'besar.docx' }),
    },
  );
  const address = started.headers.get('location') ?? '';
  const put = async (range: string, body?: Uint8Array<ArrayBuffer>) => {
    const answer = await double.fetch(address, {
      method: 'PUT',
      headers: { ...headers, 'content-range': range },
      ...(body && { body }),
    });
    return { status: answer.status, range: answer.headers.get('range') };
  };
  const wait = (ms: number) => {
    time += ms;
  };
  return { double, put, wait };
};

type Double = ReturnType<typeof createGoogleDouble>;

const aFile = async (double: Double): Promise<string> => {
  const made = await double.fetch(
    'https://www.googleapis.com/upload/drive/v3/files?uploadType=media',
    { method: 'POST', headers, body: 'lama' },
  );
  return ((await made.json()) as { readonly id: string }).id;
};

const named = ({ world }: Double, name: string) =>
  [...world.files.values()].filter((file) => file.name === name);

describe('an upload in pieces', () => {
  test('says that nothing has arrived by leaving the range out', async () => {
    const { put } = await aSession();

    expect(await put(`bytes */${total}`)).toEqual({ status: 308, range: null });
  });

  test('goes on from wherever the line broke in the middle of a piece', async () => {
    const { double, put } = await aSession();
    double.world.drive.mostOfPiece = unit;

    expect(await put(`bytes 0-${total - 1}/${total}`, content)).toEqual({
      status: 308,
      range: `bytes=0-${unit - 1}`,
    });

    double.world.drive.mostOfPiece = Number.POSITIVE_INFINITY;
    expect((await put(`bytes ${unit}-${total - 1}/${total}`, content.slice(unit))).status).toBe(
      200,
    );
    const contents = named(double, 'besar.docx').map((file) => file.content);
    expect(contents.map((arrived) => Buffer.from(arrived ?? []).equals(content))).toEqual([true]);
  });

  test('makes no file before its last piece', async () => {
    const { double, put } = await aSession();

    await put(`bytes 0-${unit - 1}/${total}`, content.slice(0, unit));

    expect(named(double, 'besar.docx')).toEqual([]);
  });

  test('refuses a piece that is no multiple of 256 KiB, unless it is the last', async () => {
    const { put } = await aSession();

    expect((await put(`bytes 0-999/${total}`, content.slice(0, 1000))).status).toBe(400);
  });

  test('refuses a piece whose length is not what it says', async () => {
    const { put } = await aSession();

    expect((await put(`bytes 0-${unit - 1}/${total}`, content.slice(0, 10))).status).toBe(400);
  });

  test('does not take a piece that leaves a gap', async () => {
    const { put } = await aSession();

    expect(await put(`bytes ${unit}-${2 * unit - 1}/${total}`, content.slice(0, unit))).toEqual({
      status: 308,
      range: null,
    });
  });

  test('is over after a week', async () => {
    const { put, wait } = await aSession();

    wait(8 * 86_400_000);

    expect((await put(`bytes */${total}`)).status).toBe(404);
  });

  test('changes a file that lies there, which keeps its id', async () => {
    let id = '';
    const { double, put } = await aSession({
      of: async (world) => {
        id = await aFile(world);
        return id;
      },
    });

    expect((await put(`bytes 0-${total - 1}/${total}`, content)).status).toBe(200);

    expect(named(double, 'besar.docx').map((file) => [file.id, file.content?.length])).toEqual([
      [id, total],
    ]);
  });

  test('is not begun for a folder that is not there', async () => {
    const double = createGoogleDouble({ now: () => 0 });

    const started = await double.fetch(
      'https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable',
      { method: 'POST', headers, body: JSON.stringify({ name: 'a', parents: ['tiada'] }) },
    );

    expect(started.status).toBe(404);
  });
});
