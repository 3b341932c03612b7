/**
 * Settings of one desk: a JSON file beside the workbook, and the only reader of the environment.
 *
 * Every path is relative to the settings file. All faults are told at once, in words.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { backendOf } from './backends/backends.ts';
import { googleSettings, withPaths } from './backends/google/settings.ts';
import { officeTimeZones } from './core/clock/zones.ts';
import { readEmail } from './core/reading/read-email.ts';
import { ServiceError } from './errors.ts';
import { readPlainFile } from './files/plain-file.ts';
import { isPostgresAddress, readPostgresPlace } from './ledger/postgres/postgres-place.ts';
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

const guard = z.strictObject({
  maxChangedShare: z.number().min(0).max(1).default(0.5),
  alwaysAllowedRows: z.number().int().min(0).default(20),
});

/** Whoever serves mail to this machine alone needs no encryption on the way. */
const isOwnMachine = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host);

const smtp = z
  .strictObject({
    host: z.string().min(1),
    port: z.number().int().min(1).max(65_535).default(587),
    /** From the first byte (`implicit`, usually port 465), by a command (`starttls`, usually 587), or not at all. */
    tls: z.enum(['implicit', 'starttls', 'none']).default('starttls'),
    /** Passwords and messages may go unencrypted to another machine. */
    allowUnencrypted: z.boolean().default(false),
    user: z.string().min(1).optional(),
    /** Only its owner may read it. The environment may hold the password instead: `LAYANAN_VICON_SMTP_PASSWORD`. */
    passwordFile: z.string().min(1).optional(),
  })
  .refine(
    ({ host, tls, allowUnencrypted }) => tls !== 'none' || allowUnencrypted || isOwnMachine(host),
    {
      path: ['tls'],
      error:
        'must not be "none" for another machine: whoever listens reads the password; "allowUnencrypted": true says that this is meant',
    },
  );

const mailAddress = z.string().refine((text) => readEmail(text).kind === 'read', {
  error: 'must be one plain address such as vicon@office.go.id',
});

/** How what is said to people leaves the desk. */
const messages = z
  .strictObject({
    /**
     * `outbox` puts each mail into a folder as an .eml file, `smtp` hands it to a mail server, `gmail` sends it as the account
     * of the desk on Google; `off` says nothing to anybody.
     */
    by: z.enum(['outbox', 'smtp', 'gmail', 'off']).default('outbox'),
    outbox: z.string().min(1).default('Pesan Keluar'),
    /** The sender; without a name the team's, as Pengaturan has it. */
    from: z.strictObject({ name: z.string().min(1).optional(), address: mailAddress }).optional(),
    /** Where answers go, when that is not the sender's address. */
    replyTo: mailAddress.optional(),
    smtp: smtp.optional(),
  })
  .refine(({ by, smtp: server }) => by !== 'smtp' || server !== undefined, {
    path: ['smtp'],
    error: 'must be given with "by": "smtp", at least its "host"',
  })
  .refine(({ by, from }) => !['smtp', 'gmail'].includes(by) || from !== undefined, {
    path: ['from'],
    error: 'must be given with "by": "smtp" or "gmail", at least its "address"',
  });

const ledger = z
  .string()
  .min(1)
  .superRefine((text, { addIssue }) => {
    const read = isPostgresAddress(text) ? readPostgresPlace(text) : undefined;
    if (read?.kind === 'fault') addIssue({ code: 'custom', message: read.fault });
  });

const schema = z.strictObject({
  workbook: z.string().min(1).default('Buku Layanan.xlsx'),
  documents: z.string().min(1).default('Dokumen'),
  /** Sheet and Drive instead of workbook and folder. */
  google: googleSettings.optional(),
  /** A file, or a desk in PostgreSQL: `postgres://user@host/database?desk=7`. */
  ledger: ledger.default('.layanan-vicon/ledger.db'),
  /** Absent: the templates that come with the package. */
  templates: z.string().min(1).optional(),
  /** PNG or JPEG for the letterhead; absent: the picture that stands in the templates. */
  logo: z.string().min(1).optional(),
  /** `pictures` for viewers that cannot show Word's own charts. */
  charts: z.enum(['native', 'pictures']).default('native'),
  timeZone: timeZone.default('Asia/Makassar'),
  schedule: cronPattern.optional(),
  guard: guard.prefault({}),
  messages: messages.prefault({}),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The settings of a desk as they stand in its file; what is left out has its default. */
export type Settings = Readonly<z.input<typeof schema>>;

/** The same with every path absolute and nothing left out. */
export type Config = Readonly<z.output<typeof schema>> & {
  /** Where the desk keeps what else it has to remember: beside its ledger, if that is a file. */
  readonly stateFolder: string;
  readonly templates: string;
  readonly schedule: string;
};

/** Settings with the file that they were read from. */
export type ConfigFile = Config & { readonly file: string };

/**
 * Reads the settings file and makes every path absolute.
 *
 * @param file The file, or `undefined` for `layanan-vicon.json` in the current folder or what
 *   `LAYANAN_VICON_CONFIG` names.
 * @throws ConfigNotFoundError, ConfigInvalidError
 */
export const readConfig = (file?: string): ConfigFile => {
  const path = settingsPath(file);
  return readConfigFor(path, path);
};

/** The settings file that is meant; it need not be there. */
export const settingsPath = (file?: string): string =>
  resolve(file ?? process.env['LAYANAN_VICON_CONFIG'] ?? settingsFileName);

/**
 * The settings in one file as they would be at another place.
 * @throws ConfigNotFoundError, ConfigInvalidError
 */
export const readConfigFor = (path: string, place: string): ConfigFile => {
  const config = checked(readSettingsJson(path), {
    base: dirname(place),
    invalid: (faults) => new ConfigInvalidError(faults, path),
  });
  return { ...config, file: place };
};

/**
 * The same for settings that another program gives, or that were read from a file before; paths are relative to the
 * current folder.
 * @throws ConfigInvalidError
 */
export const configFrom = ({
  file: _,
  stateFolder,
  ...settings
}: Settings & Partial<Pick<ConfigFile, 'file' | 'stateFolder'>>): Config => ({
  ...checked(settings, {
    base: process.cwd(),
    invalid: (faults) => new ConfigInvalidError(faults),
  }),
  ...(stateFolder !== undefined && { stateFolder }),
});

const checked = (
  settings: unknown,
  {
    base,
    invalid,
  }: {
    /** The folder that paths are relative to. */
    readonly base: string;
    readonly invalid: (faults: readonly string[]) => ConfigInvalidError;
  },
): Config => {
  const parsed = schema.safeParse(settings);
  if (!parsed.success) throw invalid(faultsIn(parsed.error, groups));
  const { google, logo, templates, ...rest } = parsed.data;
  if (rest.messages.by === 'gmail' && google === undefined) {
    throw invalid([
      '"messages.by" is "gmail", which sends as the account of a desk on Google, and there is no group "google"',
    ]);
  }
  const paths = ledgerPaths(rest.ledger, base);
  return {
    ...rest,
    workbook: resolve(base, rest.workbook),
    documents: resolve(base, rest.documents),
    ...paths,
    messages: messagePaths(rest.messages, base),
    ...(google && { google: withPaths(google, base) }),
    ...(logo !== undefined && { logo: resolve(base, logo) }),
    schedule: rest.schedule ?? backendOf({ ...parsed.data, ...paths }).schedule,
    templates: templates === undefined ? ownTemplates : resolve(base, templates),
  };
};

const ledgerPaths = (where: string, base: string): Pick<Config, 'ledger' | 'stateFolder'> => {
  if (isPostgresAddress(where))
    return { ledger: where, stateFolder: resolve(base, '.layanan-vicon') };
  const path = resolve(base, where);
  return { ledger: path, stateFolder: dirname(path) };
};

const messagePaths = (
  { outbox, smtp: server, ...rest }: z.output<typeof messages>,
  base: string,
): z.output<typeof messages> => ({
  ...rest,
  outbox: resolve(base, outbox),
  ...(server && {
    smtp: {
      ...server,
      ...(server.passwordFile !== undefined && {
        passwordFile: resolve(base, server.passwordFile),
      }),
    },
  }),
});

/** Whether this process could show something in a browser: it has a screen, and nobody sits at another machine. */
export const hasScreen = (
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean =>
  !env['SSH_CONNECTION'] &&
  (platform === 'win32' ||
    platform === 'darwin' ||
    Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']));

/** What the environment says; it stands before a file. */
export const smtpPassword = (): string | undefined => process.env['LAYANAN_VICON_SMTP_PASSWORD'];

/** The settings a new desk starts with: paths said, everything else by default. */
export const firstSettings = (): string =>
  `${JSON.stringify(
    {
      workbook: 'Buku Layanan.xlsx',
      documents: 'Dokumen',
      timeZone: 'Asia/Makassar',
      schedule: '*/5 * * * *',
    },
    undefined,
    2,
  )}\n`;

/** @throws ConfigNotFoundError, ConfigInvalidError */
export const readSettingsJson = (path: string): unknown => {
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
    throw new ConfigInvalidError([`it is not valid JSON (${where})`], path);
  }
};

/** Without what a terminal would take for a command, should the file be no text at all. */
const printable = (text: string): string => text.replaceAll(/[^\P{C} ]/gu, '?');

/**
 * All that is wrong with settings, a sentence each.
 * @param groups The settings that have settings of their own, by their path; under `''` the settings themselves.
 */
export const faultsIn = (
  { issues }: z.ZodError,
  groups: Readonly<Record<string, object>>,
): readonly string[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [inOneSentence(issue)];
    const path = issue.path.filter((step) => typeof step !== 'number').join('.');
    const known = Object.keys(groups[path] ?? {}).join(', ');
    return issue.keys.map(
      (key) => `"${[...issue.path, key].join('.')}" is not a setting; there are: ${known}`,
    );
  });

const groups: Readonly<Record<string, object>> = {
  '': schema.shape,
  google: googleSettings.shape,
  guard: guard.shape,
  messages: messages.shape,
  'messages.smtp': smtp.shape,
  'messages.from': messages.shape.from.unwrap().shape,
};

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
  boolean: 'true or false',
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

/** The settings have faults; all of them are named. */
export class ConfigInvalidError extends ServiceError {
  readonly code = 'config-invalid';
  readonly faults: readonly string[];

  /** @param path The settings file; absent where another program gave them. */
  constructor(faults: readonly string[], path?: string) {
    const what =
      path === undefined ? 'settings that were given have' : `settings file "${path}" has`;
    super({
      what: `The ${what} ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n`,
      todo: `Correct ${path === undefined ? 'them' : 'the file and run the command again'}.`,
    });
    this.faults = faults;
  }
}
