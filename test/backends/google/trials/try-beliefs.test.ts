import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGoogleClient } from '../../../../src/backends/google/client/google-client.ts';
import type { Trial } from '../../../../src/backends/google/trials/trial.ts';
import {
  type TrialRun,
  trials,
  tryBeliefs,
} from '../../../../src/backends/google/trials/try-beliefs.ts';
import { aGoogleDesk, aSignIn } from '../stand-in.ts';

/** A Google that is otherwise: what it answers to calls whose method, address and body match. */
interface Otherwise {
  readonly on: RegExp;
  readonly answer: (before: Answered) => Answered;
}

interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever Google answers
  readonly body: any;
}

const instead = (on: RegExp, body: unknown): Otherwise => ({
  on,
  answer: ({ status }) => ({ status, body }),
});
const values = (...rows: unknown[][]): Otherwise => instead(/^GET .*\/values\//, { values: rows });
const taken = (on: RegExp): Otherwise => ({
  on,
  answer: () => ({ status: 200, body: { replies: [{}] } }),
});
const refused = (on: RegExp, message = 'Request contains an invalid argument.'): Otherwise => ({
  on,
  answer: () => ({ status: 400, body: { error: { code: 400, message } } }),
});
const without = (on: RegExp, name: string): Otherwise => ({
  on,
  answer: ({ status, body }) => ({ status, body: { ...body, [name]: undefined } }),
});

/** For each belief a Google of which it is not true. */
const otherwise: Readonly<Record<string, Otherwise>> = {
  'answer-after-write': without(/sesudah/, 'updatedSpreadsheet'),
  'all-or-nothing': values(['separuh']),
  'refused-request-named': refused(/1999999999/),
  'append-below-last': values(['judul'], ['baru'], ['isi']),
  'append-over-looks': values(['judul'], [], [], [], [], [], ['baru']),
  'drop-down-takes-all': values(['']),
  'filter-hides-nothing': values(['tampil', 'a'], ['tampil', 'c']),
  'warning-lets-through': refused(/lewat/),
  'text-stays-text': values([7, 2, 46_024, 62_812]),
  'typed-text-changes': values(['007']),
  'day-serials': values(['24 Nov 2026 09.00']),
  'locale-and-zone': instead(/^GET .*locale/, { properties: { locale: 'en_US' } }),
  'typed-day-first': values([46_092]),
  'empty-ends-left-out': values(['', '', '', ''], ['', 'isi', '', '']),
  'quoted-tab-name': values([]),
  'link-in-text': instead(/^GET .*hyperlink/, { sheets: [] }),
  'typed-column-format': taken(/repeatCell/),
  'typed-column-value': values([46_350]),
  'table-widened': refused(/updateTable/),
  'no-filter-over-table': taken(/setBasicFilter/),
  'reserved-id-once': instead(/^GET .*sha256Checksum/, { sha256Checksum: 'lain' }),
  'hash-told': without(/upload/, 'sha256Checksum'),
  'earlier-bytes-kept': instead(/^GET .*\/revisions\?/, { revisions: [] }),
  'marks-found': instead(/^GET .*\/files\?/, { files: [] }),
  'copy-keeps-notes': without(/\/copy\?/, 'appProperties'),
  'trash-told': instead(/^GET .*fields=trashed/, {}),
  'trashed-sheet-answers': refused(/^GET .*\/spreadsheets\//),
  'children-listed': instead(/^GET .*in%20parents|^GET .*in\+parents/, { files: [] }),
  'permissions-told': instead(/\/permissions\?/, {}),
  'own-address-told': instead(/\/about\?/, { user: {} }),
  'form-unpublished': without(/^POST .*\/forms /, 'publishSettings'),
  'form-published': instead(/^GET .*\/forms\//, { publishSettings: {} }),
  'responders-told': instead(/\/permissions\?/, { permissions: [{ type: 'user', role: 'owner' }] }),
  'form-answers-with-itself': without(/createItem/, 'form'),
  'form-seen-in-drive': instead(/fields=appProperties/, {}),
};

const aGoogle = async (otherwiseNow: () => Otherwise | undefined = () => undefined) => {
  const { double, pace } = await aGoogleDesk([]);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const asked = `${request.method} ${request.url} ${await request.clone().text()}`;
    const answer = await double.fetch(request);
    const changed = otherwiseNow();
    if (!changed?.on.test(asked)) return answer;
    const text = await answer.text();
    const { status, body } = changed.answer({
      status: answer.status,
      body: text.startsWith('{') ? JSON.parse(text) : text,
    });
    return Response.json(body, { status });
  };
  return { double, pace, client: openGoogleClient({ signedIn: aSignIn(), fetch, pace }) };
};

const tried = (
  { client, pace }: Pick<Awaited<ReturnType<typeof aGoogle>>, 'client' | 'pace'>,
  chosen: readonly Trial[] = trials,
  {
    signal = new AbortController().signal,
    progress = () => undefined,
  }: Partial<Pick<TrialRun, 'signal' | 'progress'>> = {},
) => tryBeliefs({ client, pace, chosen, signal, progress });

describe('the beliefs about Google', () => {
  test('all hold on the stand-in, and nothing of the trial stays', async () => {
    const google = await aGoogle();
    const before = [...google.double.world.files.keys()];

    const outcome = await tried(google);

    expect(outcome.tried.filter(({ kind }) => kind !== 'holds')).toEqual([]);
    expect(outcome).toMatchObject({ leftBehind: [], cleared: 0, isStopped: false });
    expect([...google.double.world.files.keys()]).toEqual(before);
  });

  test('are each seen not to hold where Google is otherwise', async () => {
    let current = '';
    const google = await aGoogle(() => otherwise[current]);
    const progress = (step: string): void => {
      current = step.replace('trying: ', '');
    };

    const outcome = await tried(google, trials, { progress });

    expect(Object.keys(otherwise).toSorted()).toEqual(trials.map(({ name }) => name).toSorted());
    expect(outcome.tried.filter(({ kind }) => kind !== 'fails')).toEqual([]);
    expect(outcome.leftBehind).toEqual([]);
  });

  test('are untold, each by itself, where a call fails for another reason', async () => {
    const google = await aGoogle(() => refused(/generateIds/));
    const chosen = trials.filter(({ name }) => /^(?:reserved-id-once|hash-told)$/.test(name));

    expect((await tried(google, chosen)).tried.map(({ kind }) => kind)).toEqual([
      'untold',
      'holds',
    ]);
  });
});

describe('the throw-away files', () => {
  test('go although somebody stops the trial, and although the program fails over it', async () => {
    const stopped = await aGoogle();
    const failing = await aGoogle();
    const stop = new AbortController();
    const broken: Trial = {
      name: 'rusak',
      belief: '',
      run: async (shop) => {
        await shop.form();
        throw new TypeError('a fault of ours');
      },
    };

    const outcome = await tried(stopped, trials, {
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    await expect(tried(failing, [broken])).rejects.toThrow('a fault of ours');

    expect(outcome.tried.length).toBe(1);
    expect(outcome.isStopped).toBe(true);
    expect(stopped.double.world.files.size).toBe((await aGoogle()).double.world.files.size);
    expect(failing.double.world.files.size).toBe((await aGoogle()).double.world.files.size);
  });

  test('of a run that was killed are removed by one an hour later, and not by one beside it', async () => {
    const google = await aGoogle();
    const before = google.double.world.files.size;
    const killed = aGoogleDeadAt(google, 'DELETE');
    await tried(killed, trials.slice(0, 1));
    const left = google.double.world.files.size - before;

    const beside = await tried(google, []);
    await google.pace.wait(3_700_000);
    const later = await tried(google, []);

    expect(left).toBeGreaterThan(0);
    expect(beside.cleared).toBe(0);
    expect(later.cleared).toBeGreaterThan(0);
    expect(google.double.world.files.size).toBe(before);
  });
});

/** The same Google for a program that never gets to a call of this method. */
const aGoogleDeadAt = (
  { double, pace }: Pick<Awaited<ReturnType<typeof aGoogle>>, 'double' | 'pace'>,
  method: string,
) => {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method !== method) return double.fetch(request);
    return Response.json({ error: { code: 400, message: 'no' } }, { status: 400 });
  };
  return { pace, client: openGoogleClient({ signedIn: aSignIn(), fetch, pace }) };
};

describe('the page of beliefs', () => {
  const page = readFileSync(
    join(import.meta.dirname, '../../../../src/backends/google/BELIEFS.md'),
    'utf8',
  );
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === 5 && !/^(?:belief|-+)$/i.test(cells[0] ?? ''));

  test('says of each belief where it is from, how sure it is, what follows and how it is settled', () => {
    expect(rows.length).toBeGreaterThan(60);
    for (const cells of rows) {
      expect(cells.every((cell) => cell !== '')).toBe(true);
      expect(cells[2]).toMatch(/^(?:confirmed|likely|unknown)$/);
    }
  });

  test('has one row for each trial of "doctor --try", in the same words, and none for another', () => {
    const byMachine = rows.flatMap(([belief, , , , settled = '']) =>
      [...settled.matchAll(/--try ([\w-]+)/g)].map(([, name]) => [name, belief]),
    );

    expect(byMachine.toSorted()).toEqual(
      trials.map(({ name, belief }) => [name, belief]).toSorted(),
    );
  });
});
