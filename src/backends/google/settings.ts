/** The settings of a desk that lives on Google: the group "google" of the settings file. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { FormKind, formSettings } from './form-kinds.ts';

/** The id in an address as the browser shows it; an id stays as it is. */
export const googleIdIn = (text: string): string =>
  /\/(?:d|folders)\/([\w-]+)/.exec(text)?.[1] ?? text.trim();

export const isGoogleId = (text: string): boolean => /^[\w-]{10,}$/.test(text);

/** What Google calls a file or folder: its id, or the address in the browser that holds it. */
const googleId = z.string().transform(googleIdIn).refine(isGoogleId, {
  error: 'must be the address of the file or folder as the browser shows it, or its id',
});

/** A form of the office's own in place of the one that setup makes, or none at all. */
const ownForm = z
  .union([googleId, z.literal(false)], {
    error: 'must be the address of a form as the browser shows it, its id, or false for none',
  })
  .optional();

export const googleSettings = z.strictObject({
  spreadsheet: googleId,
  /** Folder or shared drive for the documents; absent: a folder of our own in My Drive. */
  folder: googleId.optional(),
  credentials: z.string().min(1).default('credentials.json'),
  token: z.string().min(1).default('.layanan-vicon/token.json'),
  form: googleId.optional(),
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
