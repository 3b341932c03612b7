/** What a spreadsheet's locale decides about reading and showing numbers and dates. */
export type LocaleCustoms = {
  readonly decimal: '.' | ',';
  readonly group: ',' | '.' | ' ';
  /** The sign that people put before an amount of money. */
  readonly currency: string;
  readonly dayFirst: boolean;
  readonly date: string;
  readonly dateTime: string;
  readonly months: Intl.DateTimeFormat;
  readonly weekdays: Intl.DateTimeFormat;
};

const currencies: Readonly<Record<string, string>> = { in: 'Rp', id: 'Rp', en: '£' };

const known = new Map<string, LocaleCustoms>();

/** The customs of a locale such as `en_US` or `in_ID`: Sheets keeps Java's old code for Indonesian, takes both. */
export function customsOf(locale: string): LocaleCustoms {
  const customs = known.get(locale) ?? readCustoms(locale);
  known.set(locale, customs);
  return customs;
}

function readCustoms(locale: string): LocaleCustoms {
  const language = locale.split('_')[0] ?? 'en';
  const tag = language === 'in' ? 'id' : language;
  const names = {
    months: new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }),
    weekdays: new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }),
  };
  if (locale === 'en_US' || language === 'ja' || language === 'zh') {
    return {
      decimal: '.',
      group: ',',
      currency: locale === 'en_US' ? '$' : '¥',
      dayFirst: false,
      date: 'M/d/yyyy',
      dateTime: 'M/d/yyyy H:mm:ss',
      ...names,
    };
  }
  const comma = language !== 'en';
  return {
    decimal: comma ? ',' : '.',
    group: comma ? (language === 'fr' ? ' ' : '.') : ',',
    currency: currencies[language] ?? '€',
    dayFirst: true,
    date: 'dd/MM/yyyy',
    dateTime: 'dd/MM/yyyy H:mm:ss',
    ...names,
  };
}
