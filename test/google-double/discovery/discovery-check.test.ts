import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createGoogleDouble } from '../google-double.ts';
import { routes } from '../router.ts';
import type { WrongAnswer } from './discovery-check.ts';
import { discoveryFolder, discoveryOf } from './document.ts';

const isAtHand = existsSync(discoveryFolder);
if (!isAtHand) {
  console.log("Google's discovery documents are not beside the project: nothing is held to them.");
}

const book = 'https://sheets.googleapis.com/v4/spreadsheets/buku';
const files = 'https://www.googleapis.com/drive/v3/files';

const aBook = { id: 'buku', title: 'Buku', tabs: [{ name: 'Layanan', rows: [['Nama']] }] };

const standingIn = () => {
  const wrong: WrongAnswer[] = [];
  const double = createGoogleDouble({
    data: { spreadsheets: [aBook] },
    onWrongAnswer: (each) => wrong.push(each),
  });
  const ask = async (method: string, url: string, body?: unknown) => {
    const answer = await double.fetch(url, {
      method,
      headers: { authorization: 'Bearer anything' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return { double, wrong, ask };
};

/** A refusal as Sheets tells it, with one line for each fault. */
const refusal = (...fieldViolations: { field?: string; description: string }[]) => ({
  status: 400,
  body: {
    error: {
      code: 400,
      message: fieldViolations.map((each) => each.description).join('\n'),
      status: 'INVALID_ARGUMENT',
      details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations }],
    },
  },
});

describe.skipIf(!isAtHand)('a request', () => {
  test('is refused for a field that there is none of, wherever it stands', async () => {
    const { ask } = standingIn();

    const answer = await ask('POST', `${book}:batchUpdate`, {
      requests: [{ updateCells: { rows: [{ values: [{ note: 'ya', notes: 'tidak' }] }] } }],
      dryRun: true,
    });

    expect(answer).toEqual(
      refusal(
        {
          field: 'requests[0].update_cells.rows[0].values[0]',
          description:
            'Invalid JSON payload received. Unknown name "notes" at \'requests[0].update_cells.rows[0].values[0]\': Cannot find field.',
        },
        {
          description: 'Invalid JSON payload received. Unknown name "dryRun": Cannot find field.',
        },
      ),
    );
  });

  test('is refused for a value of another type, as recorded', async () => {
    const { ask } = standingIn();

    const answer = await ask('PUT', `${book}/values/A1?valueInputOption=RAW`, {
      values: 'A1:D4',
      majorDimension: null,
    });

    expect(answer).toEqual(
      refusal({
        field: 'data.values',
        description:
          'Invalid value at \'data.values\' (type.googleapis.com/google.protobuf.ListValue), "A1:D4"',
      }),
    );
  });

  test('is refused for a word that a parameter does not know, or a parameter that there is none of', async () => {
    const { ask } = standingIn();

    const answer = await ask('GET', `${book}/values/A1?valueRenderOption=PLAIN&ranges=A1&limit=3`);

    expect(answer).toEqual(
      refusal(
        {
          field: 'value_render_option',
          description: 'Invalid value at \'value_render_option\' (TYPE_ENUM), "PLAIN"',
        },
        {
          description:
            'Invalid JSON payload received. Unknown name "ranges": Cannot bind query parameter. Field \'ranges\' could not be found in request message.',
        },
        {
          description:
            'Invalid JSON payload received. Unknown name "limit": Cannot bind query parameter. Field \'limit\' could not be found in request message.',
        },
      ),
    );
  });

  test('may leave fields out by null, and write yes and no as it likes in the query', async () => {
    const { ask } = standingIn();

    const { status } = await ask('POST', `${book}:batchUpdate?prettyPrint=False`, {
      requests: [{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 2 }, addSheet: null }],
    });

    expect(status).toBe(200);
  });

  test("may bring to Drive what another of its methods takes, but no name that Drive doesn't know", async () => {
    const { double, ask } = standingIn();
    double.people.openWithProgram({ fileId: 'buku' });

    const known = await ask('GET', `${files}/buku?includeItemsFromAllDrives=True`);
    const unknown = await ask('GET', `${files}/buku?includeTrash=true`);
    const field = await ask('POST', files, { title: 'Surat' });

    expect([known.status, unknown.status, field.status]).toEqual([200, 400, 400]);
  });
});

describe.skipIf(!isAtHand)('an answer', () => {
  test('fails, and is told of, when Google would not give it', async () => {
    const { double, wrong, ask } = standingIn();
    const sheet = double.world.spreadsheets.get('buku')?.sheets[0];
    Object.assign(sheet?.properties ?? {}, { title: 7, colour: 'red' });

    await expect(ask('GET', book)).rejects.toThrow('unknown name "colour"');

    expect(wrong.map((each) => each.message)).toEqual([
      'sheets.spreadsheets.get answered wrongly: 7 at "sheets[0].properties.title" is no TYPE_STRING; unknown name "colour" at "sheets[0].properties".',
    ]);
  });
});

describe.skipIf(!isAtHand)('the endpoints of the stand-in', () => {
  /** Newer than the document at hand. */
  const notYetTold = ['forms.forms.setPublishSettings'];

  const told = routes.filter(
    ({ api, id, method }) =>
      api !== 'token' && !(api === 'upload' && method === 'PUT') && !notYetTold.includes(id),
  );

  test.for(told)("$method $id is one of Google's, under its path", ({ api, id, method, path }) => {
    const discovery = discoveryOf(api);
    const known = discovery?.methods.get(id);
    const sample = `${discovery?.servicePath}${known?.flatPath}`.replace(/\{\w+\}/gu, 'x');

    expect(known?.httpMethod).toBe(method);
    expect(`/${api === 'upload' ? 'upload/' : ''}${sample}`).toMatch(path);
  });
});
