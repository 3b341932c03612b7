/** Cells of a ledger that hold two things: a person and a number, a meeting and its passcode, a remark and a state. */
import type { State } from '../cases/state.ts';
import { readState } from '../reading/states.ts';

export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** "Siti Contoh, S.E. (0812…)", "Siti / 812…", "0812… a.n. Siti". */
export const splitContact = (text: string): Contact => {
  const found = /\+?\(?\d[\d ().+-]{7,}\d/.exec(text);
  if (found === null) return { name: tidyName(text), phone: '' };
  const isOpen = found[0].includes('(') && !found[0].includes(')');
  const behind = text.slice(found.index + found[0].length);
  const name = `${text.slice(0, found.index)} ${isOpen ? behind.replace(')', '') : behind}`;
  return { name: tidyName(name), phone: found[0].replace(/^\(/, '').trim() };
};

const tidyName = (text: string): string =>
  text
    .replaceAll(/\(\s*\)/g, ' ')
    .replace(/\b(?:hp|wa|telp|no|cp|a\.?n\.?)\s*[.:]*\s*$/i, '')
    .replace(/^\s*(?:cp|wa|hp)\s*[.:]\s*/i, '')
    .replace(/^\s*a\.\s?n\.?\s+/i, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s/:;,–-]+/, '')
    .replace(/[\s/:;,(–-]+$/, '')
    .trim();

export interface MeetingCell {
  readonly id: string;
  readonly passcode: string;
  readonly rest: string;
}

/** "ID: 939 4964 2226; Pass: 886258", "943 1213 0363 / vicon8", a number alone. */
export const splitMeeting = (text: string): MeetingCell => {
  const found = /\d(?:[ -]?\d){8,10}(?!\d)/.exec(text);
  if (found === null) return { id: '', passcode: '', rest: /[\p{L}\p{N}]/u.test(text) ? text : '' };
  const before = text
    .slice(0, found.index)
    .replace(/\b(?:zoom|meeting|rapat)?\s*id\b\s*[.:=]*/i, '');
  const behind = text
    .slice(found.index + found[0].length)
    .replace(/^[\s/;,|()–-]+/, '')
    .replace(/[\s)]+$/, '');
  const named = behind.replace(passcodeLabel, '');
  const [passcode = ''] = named === behind ? (/^\S+$/.exec(behind) ?? []) : named.split(/[;,|(\n]/);
  const others = named.slice(passcode.length).replace(/^[\s;,|(]+/, '');
  return {
    id: found[0],
    passcode: passcode.trim(),
    rest: [before.trim(), others].filter((part) => /[\p{L}\p{N}]/u.test(part)).join('; '),
  };
};

/** Several words behind an id are its passcode only where they say so: "939 4964 2226 (akun Bidang)" has none. */
const passcodeLabel = /^(?:pass ?(?:code|word)?|pwd?|pc|kode|sandi|kata sandi)\b\s*[.:=]*\s*/i;

/** As the desk's column holds both. */
export const meetingCell = ({ id, passcode }: Pick<MeetingCell, 'id' | 'passcode'>): string =>
  passcode === '' ? id : `${id} / Passcode ${passcode}`;

export type SaidState =
  | { readonly kind: 'none' }
  | { readonly kind: 'said'; readonly state: State }
  /** It says something of not being held, and one cannot tell what. */
  | { readonly kind: 'unclear' };

const notHeld: ReadonlySet<State> = new Set<State>(['Dibatalkan', 'Tidak Terlaksana', 'Ditolak']);

/** What a remark says of whether the event took place; only what keeps it from having taken place matters. */
export const stateSaid = (text: string): SaidState => {
  if (text === '') return { kind: 'none' };
  const state = readState(text);
  if (state !== undefined && notHeld.has(state)) return { kind: 'said', state };
  if (state === 'Dijadwalkan Ulang') return { kind: 'unclear' };
  if (!calledOff.test(text)) return { kind: 'none' };
  if (text.length > 60 || denied.test(text)) return { kind: 'unclear' };
  return { kind: 'said', state: 'Dibatalkan' };
};

const calledOff =
  /\b(?:batal|(?:di|mem|pem)[ -]?batal(?:kan|an)?|(?:di[ -]?)?cancel(?:l?ed)?|ditiadakan|(?:tidak|tdk|tak|gak?|nggak|batal) jadi|(?:tidak|tdk) (?:di ?)?(?:laksana|selenggara)(?:kan)?|(?:tidak|tdk) terlaksana|ditunda|tertunda|(?:di ?)?undur|postponed?|re-?schedul\w*)\b/i;
const denied =
  /\b(?:tidak|tdk|bukan|tak|jangan)\s+(?:jadi\s+)?(?:di\s?)?batal|\btetap\b|\bsempat\b|\bhampir\b|\?/i;
