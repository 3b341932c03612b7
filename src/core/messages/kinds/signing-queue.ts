/** Supervisors hear which documents wait for them: at most once a day, and only when there is one that they have not heard of. */
import type { Temporal } from 'temporal-polyfill';
import { type AwaitedSignature, ofAwaited } from '../../approval/awaited-signature.ts';
import { findByName } from '../../assignment/names.ts';
import type { Signers } from '../../cases/desk.ts';
import type { MessageRecord, Recipient } from '../../cases/messages.ts';
import { dayAt, instantText } from '../../cases/watched-now.ts';
import { plainDay } from '../../cases/wording.ts';
import { later } from '../../clock/spans.ts';
import { officeWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { isSaid, threadOf } from '../plan-messages.ts';
import { supervisorsOf } from '../recipients.ts';
import { nextMorning } from '../requester/telling.ts';
import { sampleOfficeWords } from '../samples.ts';

export const signingQueue: MessageKind = {
  key: 'signing-queue',
  title: 'Antrean dokumen',
  audience: 'supervisor',
  template: 'antrean-dokumen.txt',
  mustPrint: ['diperiksa', 'disetujui'],
  sample: {
    ...sampleOfficeWords,
    diperiksa: [{ judul: 'Laporan Kegiatan VC-2026-0123', sejak: '23 November 2026' }],
    disetujui: [{ judul: 'Rekap Bulanan Oktober 2026', sejak: '2 November 2026' }],
  },
  wants: (look) => supervisorsOf(look.situation).flatMap((to) => queueFor(to, look)),
};

const queueFor = (to: Recipient, look: MessageLook): readonly WantedMessage[] => {
  const { situation, told } = look;
  const { signers } = situation.desk.settings;
  const isFor = steps.filter((step) => concerns(to, step, signers));
  const { butir, ...waiting } = waitingFor(isFor, look);
  if (butir.length === 0) return [];
  const heard = (told.get(threadOf(signingQueue, { to })) ?? []).findLast(isSaid);
  const known = new Set(heardOf(heard));
  const isNothingNew = heard !== undefined && butir.every((key) => known.has(key));
  return [
    {
      to,
      view: {
        ...officeWords(situation),
        ...waiting,
        butir,
      },
      facts: { butir },
      ...(isNothingNew && { isOnce: true }),
      notBefore: later(situation.now, afterLast(heard, look)),
      because: 'dokumen menunggu pengawas',
    },
  ];
};

const steps = ['check', 'approval'] as const;

type QueueStep = (typeof steps)[number];

/** @param isFor What somebody is asked for. */
const waitingFor = (isFor: readonly QueueStep[], { queue = [], situation }: MessageLook) => {
  const waiting = waitingLines(queue, situation);
  const of = (step: QueueStep) =>
    isFor.includes(step) ? waiting.filter((each) => each.step === step) : [];
  const lines = { diperiksa: of('check'), disetujui: of('approval') };
  return {
    diperiksa: lines.diperiksa.map(({ line }) => line),
    disetujui: lines.disetujui.map(({ line }) => line),
    butir: [...lines.diperiksa, ...lines.disetujui].map(({ key }) => key).toSorted(),
  };
};

const waitingLines = ofAwaited((each, { timeZone }) => ({
  step: each.waits.for,
  line: {
    judul: [each.title, each.ticket ?? ''].join(' ').trim(),
    sejak: plainDay(dayAt(each.waits.since, timeZone)),
  },
  key: keyOf(each),
}));

/** Who is named for one step only is asked for that one; who is named nowhere hears of both. */
const concerns = ({ name = '' }: Recipient, step: QueueStep, signers: Signers): boolean => {
  const isNamed = (names: readonly string[]) =>
    findByName(
      name,
      names.map((each) => ({ name: each })),
    ) !== undefined;
  const [own, other] =
    step === 'check' ? [signers.checked, signers.approved] : [signers.approved, signers.checked];
  return isNamed(own) || !isNamed(other);
};

const keyOf = ({ title, ticket = '', waits }: AwaitedSignature): string =>
  `${title} ${ticket} ${waits.for} ${instantText(waits.since)}`;

const heardOf = (heard: MessageRecord | undefined): readonly string[] => {
  const known: unknown = heard?.view['butir'];
  return Array.isArray(known) ? known.map(String) : [];
};

const afterLast = (
  heard: MessageRecord | undefined,
  { situation }: MessageLook,
): Temporal.Instant =>
  heard?.state.kind === 'sent' || heard?.state.kind === 'unsure'
    ? nextMorning(heard.state.at, situation)
    : situation.now;
