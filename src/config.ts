/**
 * Settings of one desk: a JSON file beside the workbook, and the only reader of the environment.
 *
 * Every path is relative to the settings file. All faults are told at once, in words.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { officeTimeZones } from './core/clock/zones.ts';
import { ServiceError } from './errors.ts';
import { readPlainFile } from './files/plain-file.ts';
import { settingsFileName } from './settings-file.ts';

/** The Word files and the empty workbook that come with the package. */
export const ownTemplates = fileURLToPath(new URL('../templates', import.meta.url));

const timeZone = z.string().refine((name) => officeTimeZones.includes(name), {
  error: `must be a time zone of Indonesia: ${officeTimeZones.join(', ')}. Times are told in WIB, WITA or WIT; other zones have no name there`,
});

const cronPattern = z.string().refine((text) => [5, 6].includes(text.trim().split(/\s+/).length), {
  error:
    'must be a cron schedule of five parts such as "*/5 * * * *", or of six with the seconds in front',
});

/** The id in an address as the browser shows it; an id stays as it is. */
export const googleIdIn = (text: string): string =>
  /\/(?:d|folders)\/([\w-]+)/.exec(text)?.[1] ?? text.trim();

export const isGoogleId = (text: string): boolean => /^[\w-]{10,}$/.test(text);

/** What Google calls a file or folder: its id, or the address in the browser that holds it. */
const googleId = z.string().transform(googleIdIn).refine(isGoogleId, {
  error: 'must be the address of the file or folder as the browser shows it, or its id',
});

const google = z.strictObject({
  spreadsheet: googleId,
  /** Folder or shared drive for the documents; absent: a folder of our own in My Drive. */
  folder: googleId.optional(),
  credentials: z.string().min(1).default('credentials.json'),
  token: z.string().min(1).default('.layanan-vicon/token.json'),
  form: googleId.optional(),
  /** Where Google's APIs answer, for trials without Google. */
  endpoint: z.url({ protocol: /^https?$/ }).optional(),
});

const guard = z.strictObject({
  maxChangedShare: z.number().min(0).max(1).default(0.5),
  alwaysAllowedRows: z.number().int().min(0).default(20),
});

const schema = z.strictObject({
  workbook: z.string().min(1).default('Buku Layanan.xlsx'),
  documents: z.string().min(1).default('Dokumen'),
  /** Sheet and Drive instead of workbook and folder. */
  google: google.optional(),
  ledger: z.string().min(1).default('.layanan-vicon/ledger.db'),
  /** Absent: the templates that come with the package. */
  templates: z.string().min(1).optional(),
  /** PNG or JPEG for the letterhead; absent: the picture that stands in the templates. */
  logo: z.string().min(1).optional(),
  /** `pictures` for viewers that cannot show Word's own charts. */
  charts: z.enum(['native', 'pictures']).default('native'),
  timeZone: timeZone.default('Asia/Makassar'),
  schedule: cronPattern.optional(),
  guard: guard.prefault({}),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type GoogleConfig = Readonly<z.output<typeof google>>;

export type Config = Readonly<z.output<typeof schema>> & {
  /** Where the settings were read from. */
  readonly file: string;
  readonly templates: string;
  readonly schedule: string;
};

const everyFiveMinutes = '*/5 * * * *';

/** Nothing tells us when people change a sheet, and to look costs one call. */
const everyMinute = '* * * * *';

/**
 * Reads the settings file and makes every path absolute.
 *
 * @param file The file, or `undefined` for `layanan-vicon.json` in the current folder or what
 *   `LAYANAN_VICON_CONFIG` names.
 * @throws ConfigNotFoundError, ConfigInvalidError
 */
export const readConfig = (file?: string): Config => {
  const path = resolve(file ?? process.env['LAYANAN_VICON_CONFIG'] ?? settingsFileName);
  const parsed = schema.safeParse(readJson(path));
  if (!parsed.success) throw new ConfigInvalidError(path, parsed.error.issues.flatMap(inWords));
  const base = dirname(path);
  return {
    ...parsed.data,
    file: path,
    workbook: resolve(base, parsed.data.workbook),
    documents: resolve(base, parsed.data.documents),
    ledger: resolve(base, parsed.data.ledger),
    ...(parsed.data.google && { google: withPaths(parsed.data.google, base) }),
    ...(parsed.data.logo !== undefined && { logo: resolve(base, parsed.data.logo) }),
    schedule: parsed.data.schedule ?? (parsed.data.google ? everyMinute : everyFiveMinutes),
    templates: parsed.data.templates ? resolve(base, parsed.data.templates) : ownTemplates,
  };
};

const withPaths = (settings: GoogleConfig, base: string): GoogleConfig => ({
  ...settings,
  credentials: resolve(base, settings.credentials),
  token: resolve(base, settings.token),
});

/** The settings a new desk starts with: paths said, everything else by default. */
export const firstSettings = (): string =>
  `${JSON.stringify(
    {
      workbook: 'Buku Layanan.xlsx',
      documents: 'Dokumen',
      timeZone: 'Asia/Makassar',
      schedule: everyFiveMinutes,
    },
    undefined,
    2,
  )}\n`;

const readJson = (path: string): unknown => {
  let text: string;
  try {
    text = readPlainFile(path).toString('utf8');
  } catch (cause) {
    throw new ConfigNotFoundError(path, cause);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const where = cause instanceof Error ? printable(cause.message) : String(cause);
    throw new ConfigInvalidError(path, [`it is not valid JSON (${where})`]);
  }
};

/** Without what a terminal would take for a command, should the file be no text at all. */
const printable = (text: string): string => text.replaceAll(/[^\P{C} ]/gu, '?');

const inWords = (issue: z.core.$ZodIssue): readonly string[] => {
  if (issue.code !== 'unrecognized_keys') return [inOneSentence(issue)];
  const known = Object.keys(groups[issue.path.join('.')] ?? schema.shape).join(', ');
  return issue.keys.map(
    (key) => `"${[...issue.path, key].join('.')}" is not a setting; there are: ${known}`,
  );
};

/** The settings that have settings of their own. */
const groups: Readonly<Record<string, object>> = { google: google.shape, guard: guard.shape };

const inOneSentence = (issue: z.core.$ZodIssue): string => {
  const name = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'the file';
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${typeWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${name} must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `${name} is too small or empty (at least ${String(issue.minimum)})`;
    case 'too_big':
      return `${name} is too large (at most ${String(issue.maximum)})`;
    default:
      return `${name} ${issue.message}`;
  }
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  object: 'a group of settings { … }',
};

/** No settings file where we were told to look. */
export class ConfigNotFoundError extends ServiceError {
  readonly code = 'config-not-found';

  constructor(path: string, cause: unknown) {
    super({
      what: `There is no readable settings file "${path}".`,
      todo: 'Make a new desk with "npx layanan-vicon setup --dir FOLDER", or name the settings file of a desk that is there with --config.',
      cause,
    });
  }
}

/** The settings file has faults; all of them are named. */
export class ConfigInvalidError extends ServiceError {
  readonly code = 'config-invalid';
  readonly faults: readonly string[];

  constructor(path: string, faults: readonly string[]) {
    super({
      what: `The settings file "${path}" has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n`,
      todo: 'Correct the file and run the command again.',
    });
    this.faults = faults;
  }
}
