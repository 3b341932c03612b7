/** The settings of a desk that lives on Google: the group "google" of the settings file. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { FormKind, formSettings } from './form-kinds.ts';

/** The id in an address as the browser shows it; an id stays as it is. */
export const googleIdIn = (text: string): string =>
  /\/(?:d|folders)\/([\w-]+)/.exec(text)?.[1] ?? text.trim();

export const isGoogleId = (text: string): boolean => /^[\w-]{10,}$/.test(text);

/** What an address leads to, where it is plainly no spreadsheet. */
export const otherKindOf = (address: string): string | undefined =>
  otherKinds.find(([pattern]) => pattern.test(address))?.[1];

const otherKinds: readonly (readonly [RegExp, string])[] = [
  [/\/forms\//, 'a form'],
  [/\/document\//, 'a document'],
  [/\/presentation\//, 'a presentation'],
  [/\/folders\//, 'a folder'],
  [/drive\.google\.com\/file\//, 'a file in Drive'],
];

/** What Google calls a file or folder: its id, or the address in the browser that holds it. */
const googleId = z.string().transform(googleIdIn).refine(isGoogleId, {
  error: 'must be the address of the file or folder as the browser shows it, or its id',
});

/** A form's address given as a sheet would be found out only by Google, and late. */
const sheetId = z
  .string()
  .superRefine((text, context) => {
    const kind = otherKindOf(text);
    if (kind !== undefined) {
      context.addIssue({
        code: 'custom',
        message: `must be the address of a sheet, not of ${kind}`,
      });
    }
  })
  .pipe(googleId);

/** Only the address where a form is edited holds its id. */
const formId = z
  .string()
  .superRefine((text, context) => {
    if (/\/forms\/d\/e\//.test(text)) {
      const message = 'must be the address where the form is edited, not where people answer it';
      context.addIssue({ code: 'custom', message });
    } else if (/\/spreadsheets\//.test(text)) {
      context.addIssue({
        code: 'custom',
        message: 'must be the address of a form, not of a sheet',
      });
    }
  })
  .pipe(googleId);

/** A form of the office's own in place of the one that setup makes, or none at all. */
const ownForm = z
  .union([formId, z.literal(false)], {
    error: 'must be the address of a form as the browser shows it, its id, or false for none',
  })
  .optional();

export const googleSettings = z.strictObject({
  /** Absent until setup has made one. */
  spreadsheet: sheetId.optional(),
  /** Folder or shared drive for the documents; absent: a folder of our own in My Drive. */
  folder: googleId.optional(),
  credentials: z.string().min(1).default('credentials.json'),
  token: z.string().min(1).default('.layanan-vicon/token.json'),
  form: formId.optional(),
  afterEventForm: ownForm,
  complaintForm: ownForm,
  /** Photos that staff put into Dokumentasi in Drive go into the reports; needs the right to read Drive. */
  photos: z.boolean().default(false),
  /** Where Google's APIs answer, for trials without Google. */
  endpoint: z.url({ protocol: /^https?$/ }).optional(),
});

export type GoogleConfig = Readonly<z.output<typeof googleSettings>>;

/** The forms of the office's own, by what they are for; `false`: it wants none. */
export type OwnForms = Pick<GoogleConfig, (typeof formSettings)[FormKind]>;

export const withPaths = (settings: GoogleConfig, base: string): GoogleConfig => ({
  ...settings,
  credentials: resolve(base, settings.credentials),
  token: resolve(base, settings.token),
});
