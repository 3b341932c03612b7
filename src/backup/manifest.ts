/** The list that lies beside a copy of a desk: what it holds, and by what each file is known to be whole. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { partNames } from './desk-parts.ts';
import { NotABackupError } from './errors.ts';

export const manifestName = 'daftar-isi.json';

/** It may lead to nowhere but below its folder. */
const pathBelow = z
  .string()
  .min(1)
  .refine((path) => !isAbsolute(path) && !path.split(/[\\/]/).includes('..'));

const copiedFile = z.strictObject({
  /** Below the part's folder, with `/` between folders. */
  path: pathBelow,
  bytes: z.number().int().min(0),
  /** Who may read and write it where it belongs; the copy itself is for this user only. */
  mode: z.number().int().min(0).max(0o777),
  /** In hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.strictObject({
  /** Of the layout of the copy. */
  layout: z.literal(1),
  madeAt: z.iso.datetime({ offset: true }),
  ledger: z.strictObject({ revision: z.number().int(), tickets: z.number().int() }),
  parts: z.array(
    z.strictObject({
      name: z.enum(partNames),
      kind: z.enum(['file', 'folder']),
      files: z.array(copiedFile),
    }),
  ),
});

export type Manifest = Readonly<z.output<typeof manifest>>;
export type CopiedFile = Readonly<z.output<typeof copiedFile>>;
export type CopiedPart = Manifest['parts'][number];

/** Where a file of a part lies in the copy. */
export const copyOf = (folder: string, part: Pick<CopiedPart, 'name'>, path: string): string =>
  join(folder, part.name, ...path.split('/'));

/** @throws NotABackupError */
export const readManifest = (folder: string): Manifest => {
  let text: string;
  try {
    text = readFileSync(join(folder, manifestName), 'utf8');
  } catch (cause) {
    throw new NotABackupError(folder, cause);
  }
  const parsed = manifest.safeParse(jsonIn(text));
  if (!parsed.success) throw new NotABackupError(folder, parsed.error);
  return parsed.data;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
