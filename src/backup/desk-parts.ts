/** What a desk on this machine consists of, and where each part lies. */
import { basename, join } from 'node:path';
import { backendOf } from '../backends/backends.ts';
import { type ConfigFile, ownTemplates } from '../config.ts';
import { isPostgresAddress } from '../ledger/postgres/postgres-place.ts';

/** In the order in which they are told; also the name of its folder in a copy. */
export const partNames = [
  'settings',
  'ledger',
  'workbook',
  'documents',
  'templates',
  'last good templates',
  'what undo needs',
  'logo',
  'outbox',
] as const;

export type PartName = (typeof partNames)[number];

export interface DeskPart {
  readonly name: PartName;
  readonly kind: 'file' | 'folder';
  /** Absolute; it need not be there. Of a ledger in a database its address. */
  readonly place: string;
}

/** How the ledger's file is called in a copy; rows of a database lie in one, too. */
export const ledgerFile = (ledger: string): string =>
  isPostgresAddress(ledger) ? 'ledger.db' : basename(ledger);

/** All but the ledger's own file are copied as they lie there; passwords and sign-ins are no part. */
export const partsOf = (config: ConfigFile): readonly DeskPart[] => {
  const parts: readonly (DeskPart | false)[] = [
    { name: 'settings', kind: 'file', place: config.file },
    { name: 'ledger', kind: 'file', place: config.ledger },
    livesHere(config) && { name: 'workbook', kind: 'file', place: config.workbook },
    livesHere(config) && { name: 'documents', kind: 'folder', place: config.documents },
    config.templates !== ownTemplates && {
      name: 'templates',
      kind: 'folder',
      place: config.templates,
    },
    {
      name: 'last good templates',
      kind: 'folder',
      place: join(config.stateFolder, 'templates'),
    },
    { name: 'what undo needs', kind: 'folder', place: join(config.stateFolder, 'undo') },
    config.logo !== undefined && { name: 'logo', kind: 'file', place: config.logo },
    config.messages.by === 'outbox' && {
      name: 'outbox',
      kind: 'folder',
      place: config.messages.outbox,
    },
  ];
  return parts.filter((part) => part !== false);
};

/** What is left where it is, and has to be there again before the desk works elsewhere. */
export const leftOut = (config: ConfigFile): readonly string[] => [
  ...(livesHere(config)
    ? []
    : [
        'the sheet and the documents, which stay in Google',
        'the credentials and the sign-in: put the credentials back and sign in again',
      ]),
  ...(config.messages.smtp?.passwordFile === undefined
    ? []
    : ['the password of the mail server: write its file again']),
];

const livesHere = (config: ConfigFile): boolean => backendOf(config).name === 'local';
