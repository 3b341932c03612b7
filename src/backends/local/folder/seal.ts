/**
 * What makes a document in the folder findable as ours when the ledger was lost: a custom property of the file with the
 * key, edition and fingerprint of the document, and a seal over all its other parts.
 *
 * Word and LibreOffice keep the property and write every part anew when somebody saves; then the seal no longer fits,
 * and the file counts as edited.
 */
import { createHash } from 'node:crypto';
import {
  contentTypesPart,
  officeRelations,
  packageRelationshipsPart,
} from '../../../office-package/relationships.ts';
import { findEntry, openZip, withEntries, type Zip } from '../../../office-package/zip.ts';
import { unpack } from '../../../office-package/zip-directory.ts';
import type { DocumentToSave, MadeFrom, PrintedMarks } from '../../backend.ts';
import { earlierNote } from '../../earlier-note.ts';
import { calendarNote, isCalendar, withCalendarNote } from './calendar-seal.ts';

export interface Seal {
  readonly key: string;
  readonly edition: number;
  readonly fingerprint: string;
  readonly signedOff: boolean;
  readonly madeFrom?: MadeFrom;
  readonly marks: PrintedMarks;
  /** No part has changed since we saved the file. */
  readonly isWhole: boolean;
}

const propertiesPart = 'docProps/custom.xml';
const propertyName = 'Layanan Vicon';

type Sealable = Pick<
  DocumentToSave,
  'key' | 'edition' | 'fingerprint' | 'madeFrom' | 'signedOff' | 'marks' | 'bytes'
>;

/** The document's bytes with the seal; what is neither an Office file nor a calendar goes as it is. */
export const sealed = (document: Sealable): Uint8Array => {
  const { bytes } = document;
  if (isCalendar(bytes)) return withCalendarNote(bytes, (digest) => noteOf(document, digest));
  const zip = zipIn(bytes);
  const types = zip && textOf(zip, contentTypesPart);
  const relations = zip && textOf(zip, packageRelationshipsPart);
  if (zip === undefined || types === undefined || relations === undefined) return bytes;
  const known = textOf(zip, propertiesPart);
  const withPart =
    known === undefined
      ? withEntries(
          zip,
          new Map([
            [contentTypesPart, Buffer.from(before(types, '</Types>', typeOfProperties))],
            [
              packageRelationshipsPart,
              Buffer.from(before(relations, '</Relationships>', relation)),
            ],
            [propertiesPart, Buffer.from(emptyProperties)],
          ]),
        )
      : Buffer.from(zip.bytes);
  const ready = openZip(withPart);
  const others = (textOf(ready, propertiesPart) ?? emptyProperties).replace(ourProperty, '');
  const value = noteOf(document, digestOf(ready));
  const property = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${freePid(others)}" name="${propertyName}"><vt:lpwstr>${value}</vt:lpwstr></property>`;
  return withEntries(
    ready,
    new Map([[propertiesPart, Buffer.from(before(others, '</Properties>', property))]]),
  );
};

/** A key may name a person, so its blanks are kept apart from those between the words. */
const noteOf = (
  { key, edition, fingerprint, madeFrom, signedOff, marks }: Omit<Sealable, 'bytes'>,
  digest: string,
): string =>
  [
    encodeURI(key),
    edition,
    fingerprint,
    digest,
    ...(signedOff ? [approved] : []),
    `${notes.view}${madeFrom.view}`,
    `${notes.template}${madeFrom.template}`,
    ...(marks.checked ? [`${notes.checked}${marks.checked}`] : []),
    ...(marks.approved ? [`${notes.approved}${marks.approved}`] : []),
  ].join(' ');

/** `undefined` for a file that carries none. */
export const sealOf = (bytes: Uint8Array): Seal | undefined => {
  if (isCalendar(bytes)) {
    const found = calendarNote(bytes);
    return found && sealFrom(found.note, found.digest);
  }
  const zip = zipIn(bytes);
  const [, value] = sealPattern.exec((zip && textOf(zip, propertiesPart)) ?? '') ?? [];
  return zip === undefined || value === undefined ? undefined : sealFrom(value, digestOf(zip));
};

const sealFrom = (value: string, now: string): Seal | undefined => {
  const [key, edition, fingerprint, digest, ...rest] = value.split(' ');
  const noted = (note: keyof typeof notes): string | undefined =>
    rest.find((word) => word.startsWith(notes[note]))?.slice(notes[note].length);
  const [view, template] = [noted('view'), noted('template')];
  const [checked, approvedBy] = [noted('checked'), noted('approved')];
  if (key === undefined || fingerprint === undefined) return undefined;
  const earlier = earlierNote(fingerprint);
  return {
    key: keyFrom(key),
    edition: Number(edition) || 1,
    fingerprint: earlier.fingerprint,
    signedOff: rest.includes(approved) || earlier.signedOff,
    ...(view !== undefined && template !== undefined && { madeFrom: { view, template } }),
    marks: {
      ...(checked !== undefined && { checked }),
      ...(approvedBy !== undefined && { approved: approvedBy }),
    },
    isWhole: digest === now,
  };
};

/** Somebody may have spoiled it. */
const keyFrom = (noted: string): string => {
  try {
    return decodeURI(noted);
  } catch {
    return noted;
  }
};

/** A word in the seal of a document that was made from an approved state. */
const approved = 'disetujui';

/** What else the seal notes, each before its hash. */
const notes = {
  view: 'isi:',
  template: 'templat:',
  checked: 'periksa:',
  approved: 'setuju:',
} as const;

const sealPattern = /name="Layanan Vicon"[^>]*>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/;
const ourProperty = /<property [^>]*name="Layanan Vicon"[^>]*>.*?<\/property>/s;

/** Of every other part: its name and content. */
const digestOf = (zip: Zip): string => {
  const hash = createHash('sha256');
  const names = zip.entries.map(({ name }) => name).filter((name) => name !== propertiesPart);
  for (const name of names.toSorted()) {
    const entry = findEntry(zip, name);
    if (entry !== undefined) hash.update(name).update('\0').update(unpack(entry));
  }
  return hash.digest('hex');
};

const zipIn = (bytes: Uint8Array): Zip | undefined => {
  try {
    return openZip(Buffer.from(bytes));
  } catch {
    return undefined;
  }
};

const textOf = (zip: Zip, name: string): string | undefined => {
  const entry = findEntry(zip, name);
  return entry && unpack(entry).toString('utf8');
};

const before = (text: string, end: string, added: string): string => {
  const open = text.replace(/\/>\s*$/, `>${end}`);
  const whole = open.includes(end) ? open : text;
  const at = whole.lastIndexOf(end);
  return at < 0 ? whole : `${whole.slice(0, at)}${added}${whole.slice(at)}`;
};

const freePid = (properties: string): number =>
  Math.max(1, ...[...properties.matchAll(/pid="(\d+)"/g)].map(([, pid]) => Number(pid))) + 1;

const emptyProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>';
const typeOfProperties =
  '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>';
const relation = `<Relationship Id="rIdLayananVicon" Type="${officeRelations}/custom-properties" Target="docProps/custom.xml"/>`;
