/** A person to write to as staff name him in Pengaturan: "Nama = alamat email", "Nama <alamat>", or the address alone. */
import type { Addressee } from '../cases/desk.ts';
import { readEmail } from './read-email.ts';
import { type Reading, read, unsure } from './reading.ts';

/** A bare blank between name and address is asked about: "siti contoh@b.id" may be one address with a slip in it. */
export const readAddressee = (line: string): Reading<Addressee> => {
  const parts =
    /^(?<name>[^@<>=]*?)\s*(?:[=:;,\t]|\s[-–—]\s|(?=<))\s*(?<mailbox>[^\s=]*@[^=]*)$/u.exec(line);
  const name = parts?.groups?.['name']?.trim() ?? '';
  const mailbox = parts?.groups?.['mailbox'] ?? line;
  if (parts === null && /\s\S+@/.test(line.trim()))
    return unsure('tidak jelas di mana namanya berakhir. Tulis: Nama = alamat email.');
  const reading = readEmail(mailbox);
  return reading.kind === 'read'
    ? read(
        { ...(name !== '' && !isLabel(name) && { name }), address: reading.value },
        ...reading.warnings,
      )
    : reading;
};

/** "Email: …" names nobody. */
const isLabel = (name: string): boolean =>
  /^(?:e-?mail|surel|mailto|alamat(?: e-?mail)?)$/i.test(name);
