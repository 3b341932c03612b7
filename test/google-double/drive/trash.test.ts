import { describe, expect, test } from 'vitest';
import { createGoogleDouble } from '../google-double.ts';

const headers = { authorization: 'Bearer anything' };

describe('the trash', () => {
  test('takes along what lies in a folder', async () => {
    const double = createGoogleDouble({ now: () => 0 });
    const folder = double.people.makeFolder({ name: 'Arsip', by: 'desk@vicon.example' });
    double.people.openWithProgram({ fileId: folder });
    const made = await double.fetch('https://www.googleapis.com/drive/v3/files?fields=id', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'a.docx', parents: [folder] }),
    });
    const { id } = (await made.json()) as { readonly id: string };

    double.people.trashFile({ fileId: folder });

    const ask = async (address: string) =>
      (
        await double.fetch(`https://www.googleapis.com/drive/v3/files${address}`, { headers })
      ).json();
    expect(await ask(`/${id}?fields=trashed,explicitlyTrashed`)).toEqual({
      trashed: true,
      explicitlyTrashed: false,
    });
    const q = encodeURIComponent("name = 'a.docx' and trashed = false");
    expect(await ask(`?q=${q}&fields=files(id)`)).toEqual({ files: [] });
  });
});
