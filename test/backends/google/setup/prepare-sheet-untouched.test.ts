import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareSheet } from '../../../../src/backends/google/setup/prepare-sheet.ts';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../../src/core/columns/tabs.ts';
import type { Tab } from '../../../../src/core/sheet/column.ts';
import type { Cell, Sheet } from '../../../google-double/sheets/model.ts';
import { runs } from '../../../support/long-runs.ts';
import { aGoogleDesk, deskSheetId } from '../stand-in.ts';

const prepare = ({ client }: Pick<Awaited<ReturnType<typeof aGoogleDesk>>, 'client'>) =>
  prepareSheet(client, { spreadsheetId: deskSheetId, timeZone: 'Asia/Makassar' });

/** A tab as an office has it: whatever stands in it, whoever decorated it. */
interface StaffTab {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Which of the filled cells bear a colour and a note. */
  readonly decorated: readonly number[];
  readonly hasFilter: boolean;
  readonly hasRule: boolean;
  readonly isProtected: boolean;
}

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('x', '✓', '12', '0812', '23/11/2026', 'Rahmat, S.Kom.') },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 12 }).map((text) => `t${text}`) },
);
const anyCell = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: anyText },
);

/** Every row begins with something, so that it is a row at all. */
const rowsOf = (width: number) =>
  fc.array(
    fc
      .tuple(anyText, fc.array(anyCell, { minLength: width, maxLength: width }))
      .map(([first, rest]) => [first, ...rest.slice(1)]),
    { minLength: 1, maxLength: 4 },
  );

const decoration = {
  decorated: fc.array(fc.nat(30), { maxLength: 6 }),
  hasFilter: fc.boolean(),
  hasRule: fc.boolean(),
  isProtected: fc.boolean(),
};

/** One of our tabs as people have changed it: other names, other order, columns gone and columns of their own. */
const variantOf = (tab: Tab): fc.Arbitrary<StaffTab> =>
  fc
    .record({
      name: fc.constantFrom(tab.name, ...tab.synonyms),
      headers: fc
        .shuffledSubarray([...tab.columns], { minLength: 1 })
        .chain((columns) =>
          fc.tuple(...columns.map(({ header, synonyms }) => fc.constantFrom(header, ...synonyms))),
        ),
      own: fc.array(fc.constantFrom('Milik kantor', 'Arsip', ''), { maxLength: 3 }),
      above: fc.array(fc.constant(['Judul kantor']), { maxLength: 2 }),
      ...decoration,
    })
    .chain(({ headers, own, above, ...more }) => {
      const head = [...headers, ...own];
      return rowsOf(head.length).map((rows) => ({ ...more, rows: [...above, head, ...rows] }));
    });

const foreignTab: fc.Arbitrary<StaffTab> = fc
  .record({ rows: rowsOf(5), ...decoration })
  .map((tab) => ({ ...tab, name: 'Anggaran 2026' }));

const anyBook = fc
  .tuple(
    fc.subarray(
      tabs.map((tab): Tab => tab),
      { minLength: 4 },
    ),
    fc.boolean(),
  )
  .chain(([wanted, isForeign]) =>
    fc.tuple(...wanted.map(variantOf), ...(isForeign ? [foreignTab] : [])),
  )
  // Two tabs cannot have the same name.
  .filter((book) => new Set(book.map(({ name }) => name.toLowerCase())).size === book.length);

const decorate = (sheet: Sheet, { decorated, hasFilter, hasRule, isProtected }: StaffTab): void => {
  const { sheetId } = sheet;
  const range = { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 1 };
  const filled = sheet.rows.flatMap((row, r) =>
    (row ?? []).flatMap((cell, c) => (cell ? [{ r, c, cell }] : [])),
  );
  for (const at of decorated) {
    const { r, c, cell } = filled[at % filled.length] ?? {};
    if (r === undefined || c === undefined) continue;
    const looked: Cell = {
      ...cell,
      note: 'catatan kantor',
      userEnteredFormat: { backgroundColorStyle: { rgbColor: { red: 1 } } },
    };
    sheet.rows[r] = (sheet.rows[r] ?? []).with(c, looked);
    sheet.columnProperties[c] = { pixelSize: 77 };
  }
  if (hasFilter) sheet.basicFilter = { range };
  if (hasRule) {
    sheet.conditionalFormats = [
      {
        ranges: [range],
        booleanRule: {
          condition: { type: 'NOT_BLANK' },
          format: { textFormat: { bold: true } },
        },
      },
    ];
  }
  if (isProtected) {
    sheet.protectedRanges = [{ protectedRangeId: 7 + sheetId, range, warningOnly: true }];
  }
};

const deskWith = async (book: readonly StaffTab[]) => {
  const desk = await aGoogleDesk(book.map(({ name, rows }) => ({ name, rows })));
  const sheets = () => desk.double.world.spreadsheets.get(deskSheetId)?.sheets ?? [];
  sheets().forEach((sheet, i) => {
    const tab = book[i];
    if (tab) decorate(sheet, tab);
  });
  return { ...desk, sheets };
};

type ByPlace = ReadonlyMap<string, unknown>;

/** All of a tab that staff made, each thing by its place. */
const thingsIn = (sheet: Sheet): ByPlace =>
  new Map<string, unknown>([
    ['title', sheet.properties.title],
    ['frozen rows', sheet.properties.gridProperties?.frozenRowCount],
    ...sheet.rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) => (cell ? [[`cell ${r},${c}`, cell] as const] : [])),
    ),
    ...sheet.columnProperties.flatMap((width, c) =>
      width ? [[`width of ${c}`, width] as const] : [],
    ),
    ...sheet.conditionalFormats.map((rule, i) => [`rule ${i}`, rule] as const),
    ...sheet.protectedRanges.map((range, i) => [`protection ${i}`, range] as const),
    ...(sheet.basicFilter ? [['filter', sheet.basicFilter] as const] : []),
  ]);

describe('setup leaves alone what staff made', () => {
  test('in any tab, with any names, order, colours, notes, filters, rules and protections', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, async (book) => {
        const desk = await deskWith(book);
        const before = structuredClone(desk.sheets().map(thingsIn));

        await prepare(desk);

        before.forEach((was, i) => {
          const is = desk
            .sheets()
            .slice(i, i + 1)
            .map(thingsIn)[0];
          const still = new Map([...was.keys()].map((place) => [place, is?.get(place)]));
          expect(still).toEqual(was);
        });
        desk.double.traffic.reset();
        expect((await prepare(desk)).done).toEqual([]);
        expect(desk.double.traffic.count({ kind: 'write' })).toBe(0);
      }),
      { numRuns: runs(3, 8) },
    );
  }, 240_000);

  test('right of a formula that shows nothing, a note, or a drop-down', async () => {
    const headers = requestTab.columns.slice(0, 29).map(({ header }) => header);
    const desk = await deskWith([
      {
        name: 'Permohonan',
        rows: [headers, ['23/11/2026']],
        decorated: [],
        hasFilter: false,
        hasRule: false,
        isProtected: false,
      },
    ]);
    const sheet = desk.sheets()[0];
    if (!sheet) throw new Error('no tab');
    sheet.properties = {
      ...sheet.properties,
      gridProperties: { ...sheet.properties.gridProperties, columnCount: 40 },
    };
    const lone = (column: number, cell: Cell, row: number): void => {
      sheet.rows[row] = Object.assign([...(sheet.rows[row] ?? [])], { [column]: cell });
    };
    lone(30, { userEnteredValue: { formulaValue: '=IF(TRUE,"","")' } }, 1);
    lone(32, { note: 'catatan kantor' }, 0);
    lone(34, { dataValidation: { condition: { type: 'BOOLEAN' } } }, 1);

    await prepare(desk);

    const after = desk.sheets()[0];
    expect(after?.rows[1]?.[30]).toEqual({ userEnteredValue: { formulaValue: '=IF(TRUE,"","")' } });
    expect(after?.rows[0]?.[32]).toEqual({ note: 'catatan kantor' });
    expect(after?.rows[0]?.[35]?.userEnteredValue?.stringValue).toBe('Nomor Tiket');
  });

  test('and tells when a filter of theirs would leave our columns behind', async () => {
    const headers = requestTab.columns.slice(0, 29).map(({ header }) => header);
    const desk = await deskWith([
      {
        name: 'Permohonan',
        rows: [headers, ['23/11/2026']],
        decorated: [],
        hasFilter: true,
        hasRule: false,
        isProtected: false,
      },
    ]);
    await prepare(desk);

    const { notices } = await prepare(desk);

    expect(notices).toEqual([expect.stringContaining('The filter of the tab Permohonan')]);
  });
});
