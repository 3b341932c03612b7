import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range, spreadsheetId } from '../sheets/a-spreadsheet.ts';

type Cells = readonly (readonly (string | number | boolean)[])[];

const desk: Cells = [
  ['Unit', 'Peserta', 'Tanggal', 'Petugas'],
  ['Dinas Kesehatan', 120, '2026-11-02', 'Ani'],
  ['Bagian Humas', 45, '2026-11-03', 'Budi'],
  ['dinas sosial', 30, '2026-11-03', ''],
];

/** What formulas come to that are typed into a tab of their own, one below the other, beside the desk's. */
async function shownOf(
  formulas: readonly string[],
  { rows = desk, locale = 'en_US' }: { readonly rows?: Cells; readonly locale?: string } = {},
): Promise<readonly unknown[]> {
  const sheet = aSpreadsheet({ Data: rows, Hitung: [] });
  await sheet.does({ updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' } });
  const { values } = sheet.clients.sheets.spreadsheets;
  await values.update({
    spreadsheetId,
    range: 'Hitung!A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: formulas.map((each) => [each]) },
  });
  const shown = await sheet.shows(`Hitung!A1:A${formulas.length}`);
  return formulas.map((_, index) => shown[index]?.[0] ?? '');
}

const cases = (entries: Readonly<Record<string, string>>) => Object.entries(entries);

describe('a formula', () => {
  test.each(
    cases({
      '=1+2*3': '7',
      '=(1+2)*3': '9',
      '=-2^2': '4',
      '=2^3^2': '64',
      '=10/4': '2.5',
      '= 1 / 1024': '0.0009765625',
      '=50%*8': '4',
      '="a"&1&TRUE': 'a1TRUE',
      '="Kata ""kutip"""': 'Kata "kutip"',
      '="a"="A"': 'TRUE',
      '=1<"a"': 'TRUE',
      '=2>=2': 'TRUE',
      '=1<>1': 'FALSE',
      '="3"+4': '7',
      '=Data!Z9': '',
      '=Data!Z9+1': '1',
      '=Data!Z9=""': 'TRUE',
      "='Data'!A3": 'Bagian Humas',
      '=SUM(Data!B2:B)': '195',
      '=SUM(Data!B:B;5)': '200',
      '=SUM(Data!A2:B4)': '195',
      '=AVERAGE(Data!B2:B4)': '65',
      '=MAX(Data!B2:B4)-MIN(Data!B2:B4)': '90',
      '=ROUND(10/3,2)': '3.33',
      '=MOD(-3,2)': '1',
      '=COUNT(Data!A1:D4)': '6',
      '=COUNTA(Data!D2:D)': '2',
      '=COUNTBLANK(Data!D2:D4)': '1',
      '=COUNTIF(Data!A2:A,"dinas*")': '2',
      '=COUNTIF(Data!A2:A,"BAGIAN HUMAS")': '1',
      '=COUNTIF(Data!B2:B,">40")': '2',
      '=COUNTIF(Data!D2:D4,"")': '1',
      '=COUNTIF(Data!D1:D4,"<>")': '3',
      '=COUNTIF(Data!C2:C,DATE(2026,11,3))': '2',
      '=COUNTIFS(Data!A2:A,"dinas*",Data!B2:B,"<100")': '1',
      '=SUMIF(Data!A2:A,"dinas*",Data!B2:B)': '150',
      '=SUMIFS(Data!B2:B,Data!B2:B,">40",Data!D2:D,"Ani")': '120',
      '=SUMPRODUCT((Data!B2:B4>40)*1)': '2',
      '=IF(Data!B2>100,"besar","kecil")': 'besar',
      '=IF(FALSE,1)': 'FALSE',
      '=IFERROR(1/0,"-")': '-',
      '=IFERROR(5)': '5',
      '=IFS(Data!B3>100,"besar",Data!B3>40,"sedang")': 'sedang',
      '=SWITCH(Data!D2,"Budi",1,"Ani",2,9)': '2',
      '=AND(TRUE,1<2)': 'TRUE',
      '=OR(FALSE,Data!B2<1)': 'FALSE',
      '=NOT(FALSE)': 'TRUE',
      '=ISBLANK(Data!D4)': 'TRUE',
      '=ISERROR(1/0)': 'TRUE',
      '=VLOOKUP("bagian humas",Data!A2:D4,2,FALSE)': '45',
      '=VLOOKUP(50,{10,"a";40,"b";90,"c"},2)': 'b',
      '=INDEX(Data!A2:D4,2,4)': 'Budi',
      '=MATCH("Budi",Data!D2:D4,0)': '2',
      '=INDEX(Data!A2:A4,MATCH("Ani",Data!D2:D4,0))': 'Dinas Kesehatan',
      '=XLOOKUP("Budi",Data!D2:D4,Data!B2:B4)': '45',
      '=LEFT(Data!A2,5)': 'Dinas',
      '=UPPER(Data!D2)&LEN(Data!D3)': 'ANI4',
      '=SUBSTITUTE("a-b-c","-","+")': 'a+b+c',
      '=TRIM("  a   b ")': 'a b',
      '=TEXTJOIN(", ",TRUE,Data!D2:D4)': 'Ani, Budi',
      '=CONCATENATE("No. ",7)': 'No. 7',
      '=JOIN("/",SPLIT("a,b,c",","))': 'a/b/c',
      '=REGEXMATCH(Data!A2,"^Dinas")': 'TRUE',
      '=REGEXEXTRACT("LV-2026-004","\\d+$")': '004',
      '=HYPERLINK("https://contoh.go.id/a","Buka")': 'Buka',
      '=HYPERLINK("https://contoh.go.id/a")': 'https://contoh.go.id/a',
      '=ROW(Data!A5)+COLUMN(Data!C1)': '8',
      '=ROWS(Data!A2:A4)*COLUMNS(Data!A1:D1)': '12',
      '=sum(data!b2:b4)': '195',
    }),
  )('%s comes to %s', async (formula, shown) => {
    expect(await shownOf([formula])).toEqual([shown]);
  });

  test.each(
    cases({
      '=1/0': '#DIV/0!',
      '="a"+1': '#VALUE!',
      '=TIDAKADA(1)': '#NAME?',
      '=tiadanama': '#NAME?',
      '=Lain!A1': '#REF!',
      '=1+': '#ERROR!',
      '=VLOOKUP("x",Data!A2:B4,2,FALSE)': '#N/A',
      '=SQRT(-1)': '#NUM!',
      '=#REF!+1': '#REF!',
      '=AVERAGE(Data!A2:A4)': '#DIV/0!',
      '=1+SUM(1/0,2)': '#DIV/0!',
    }),
  )('%s cannot be calculated: %s', async (formula, shown) => {
    expect(await shownOf([formula])).toEqual([shown]);
  });

  test('takes commas for decimals and semicolons between inputs where the locale has it so', async () => {
    expect(
      await shownOf(['=1,5*2', '=SUM(1;2,5)', '=IF(1>2;"a";"b")', '=ROUND(2,345;2)', '="≈ "&2,5'], {
        locale: 'in_ID',
      }),
    ).toEqual(['3', '3,5', 'b', '2,35', '≈ 2,5']);
  });

  test('goes by other formulas in whatever order they stand', async () => {
    expect(await shownOf(['=A2*2', '=A3+1', '=SUM(Data!B2:B3)'])).toEqual(['332', '166', '165']);
  });

  test('that leads back to itself comes to #REF!, and so does all that hangs on it', async () => {
    expect(await shownOf(['=A2', '=A1+1', '=A2&"x"', '=7'])).toEqual([
      '#REF!',
      '#REF!',
      '#REF!',
      '7',
    ]);
  });
});

describe('days and times', () => {
  /** A sheet in Gorontalo at a quarter to midnight in Greenwich, which is the next morning there. */
  async function inGorontalo(formulas: readonly string[]) {
    const sheet = aSpreadsheet({ Data: [['Mulai'], ['2026-11-02'], ['3/11/2026 13:30']] });
    sheet.double.world.setClock(Date.UTC(2026, 10, 2, 23, 45));
    await sheet.does({
      updateSpreadsheetProperties: {
        properties: { timeZone: 'Asia/Makassar', locale: 'in_ID' },
        fields: 'timeZone,locale',
      },
    });
    const { values } = sheet.clients.sheets.spreadsheets;
    await values.update({
      spreadsheetId,
      range: 'Data!C1',
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: formulas.map((each) => [each]) },
    });
    return async (valueRenderOption = 'FORMATTED_VALUE') => {
      const { data } = await values.get({ spreadsheetId, range: 'Data!C1:C', valueRenderOption });
      return data.values?.flat();
    };
  }

  test('go by the clock and the time zone of the spreadsheet', async () => {
    const shows = await inGorontalo(['=TODAY()', '=NOW()', '=TODAY()-A2', '=HOUR(NOW())']);

    expect(await shows()).toEqual(['03/11/2026', '03/11/2026 7:45:00', '1', '7']);
    const [today, now, ...rest] = (await shows('UNFORMATTED_VALUE')) ?? [];
    expect([today, ...rest]).toEqual([46329, 1, 7]);
    expect(now).toBeCloseTo(46329 + 7.75 / 24, 4);
  });

  test('show as days what is made of days, also inside a text', async () => {
    const shows = await inGorontalo([
      '=A2+1',
      '=DATE(2026;13;1)',
      '=EDATE(DATE(2026;1;31);1)',
      '=EOMONTH(A2;0)',
      '="Mulai "&A2',
      '=TEXT(A2;"dddd, d mmmm yyyy")',
      '=YEAR(A2)*100+MONTH(A2)',
      '=WEEKDAY(A2;2)',
      '=IF(A2>TODAY();A2;"lewat")',
    ]);

    expect(await shows()).toEqual([
      '2026-11-03',
      '01/01/2027',
      '28/02/2026',
      '30/11/2026',
      'Mulai 2026-11-02',
      'Senin, 2 November 2026',
      '202611',
      '1',
      'lewat',
    ]);
  });
});

describe('ARRAYFORMULA', () => {
  const aColumn = async (formula: string, more: Cells = []) => {
    const sheet = aSpreadsheet({
      Data: [['x', formula], [1, ...(more[0] ?? [])], [2, ...(more[1] ?? [])], [3]],
    });
    return sheet;
  };

  test('fills the cells below with one value for each', async () => {
    const sheet = await aColumn('=ARRAYFORMULA(IF(A1:A4="x","Kali dua",IF(A1:A4="","",A1:A4*2)))');

    expect(await sheet.shows('Data!A1:B6')).toEqual([
      ['x', 'Kali dua'],
      ['1', '2'],
      ['2', '4'],
      ['3', '6'],
    ]);
    expect((await sheet.cell('Data!B3')).effectiveValue).toEqual({ numberValue: 4 });
    expect((await sheet.cell('Data!B3')).userEnteredValue).toBeUndefined();
  });

  test('is seen by other formulas where it fills, and by whoever appends', async () => {
    const sheet = await aColumn('=ARRAYFORMULA(A1:A4&"!")', [['', '=B4&"?"']]);

    expect(await sheet.shows('Data!C2')).toEqual([['3!?']]);
    const { data } = await sheet.clients.sheets.spreadsheets.values.append({
      spreadsheetId,
      range: 'Data!B1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
    expect(data.tableRange).toBe('Data!A1:C4');
  });

  test('comes to #REF! where something stands in its way, and fills nothing then', async () => {
    const sheet = await aColumn('=ARRAYFORMULA(A1:A4)', [[], ['diketik']]);

    expect(await sheet.shows('Data!B1:B4')).toEqual([['#REF!'], [], ['diketik']]);
    expect((await sheet.cell('Data!B1')).effectiveValue).toMatchObject({
      errorValue: { type: 'REF', message: expect.stringContaining('would overwrite data') },
    });
  });

  test('looks for each of many, and counts for each', async () => {
    const sheet = aSpreadsheet({
      Data: [
        ['a', 1, '=ARRAYFORMULA(IFERROR(VLOOKUP(A1:A3,{"a",10;"b",20},2,FALSE),"-"))'],
        ['b', 2],
        ['a', 3, '', '=ARRAYFORMULA(COUNTIF(A1:A3,{"a","b"}))'],
      ],
    });

    expect(await sheet.shows()).toEqual([
      ['a', '1', '10'],
      ['b', '2', '20'],
      ['a', '3', '10', '2', '1'],
    ]);
  });

  test('is not needed by functions that come to many cells, while a plain range is one of its cells', async () => {
    const sheet = aSpreadsheet({
      Data: [[3, '=SORT(FILTER(A1:A3,A1:A3>1))', '=A1:A3'], [1, '', '=A1:A3*10'], [2]],
    });

    expect(await sheet.shows()).toEqual([['3', '2', '3'], ['1', '3', '10'], ['2']]);
  });
});

describe('what a formula comes to', () => {
  test('is read as shown, as such or as the formula, and told with the cell', async () => {
    const sheet = aSpreadsheet({
      Data: [['=1/4', '=1/0', '=1=1', '=HYPERLINK("https://contoh.go.id","Situs")']],
    });
    const { values } = sheet.clients.sheets.spreadsheets;
    const read = async (valueRenderOption: string) =>
      (await values.get({ spreadsheetId, range: 'Data', valueRenderOption })).data.values?.[0];

    expect(await read('FORMATTED_VALUE')).toEqual(['0.25', '#DIV/0!', 'TRUE', 'Situs']);
    expect(await read('UNFORMATTED_VALUE')).toEqual([0.25, '#DIV/0!', true, 'Situs']);
    expect(await read('FORMULA')).toEqual([
      '=1/4',
      '=1/0',
      '=1=1',
      '=HYPERLINK("https://contoh.go.id","Situs")',
    ]);
    expect(await sheet.cell('Data!B1')).toMatchObject({
      userEnteredValue: { formulaValue: '=1/0' },
      effectiveValue: { errorValue: { type: 'DIVIDE_BY_ZERO' } },
      formattedValue: '#DIV/0!',
    });
    expect(await sheet.cell('Data!D1')).toMatchObject({
      hyperlink: 'https://contoh.go.id',
      formattedValue: 'Situs',
    });
  });

  test('decides where a row is sorted to, and what is pasted as values', async () => {
    const sheet = aSpreadsheet({
      Data: [
        ['=5-2', 'c'],
        ['=1+0', 'a'],
        [2, 'b'],
      ],
    });

    await sheet.does(
      {
        copyPaste: {
          source: range([0, 3], [0, 1]),
          destination: range([0, 3], [2, 3]),
          pasteType: 'PASTE_VALUES',
        },
      },
      { sortRange: { range: range([0, 3], [0, 3]), sortSpecs: [{ dimensionIndex: 0 }] } },
    );

    expect(await sheet.shows()).toEqual([
      ['1', 'a', '1'],
      ['2', 'b', '2'],
      ['3', 'c', '3'],
    ]);
    expect((await sheet.cell('Data!C1')).userEnteredValue).toEqual({ numberValue: 1 });
  });
});
