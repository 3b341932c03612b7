/** What the workbook is told of signatures: questions beside the rows, and whose turn it is. */

import type { AwaitedSignature } from '../core/approval/awaited-signature.ts';
import type { Ticket } from '../core/cases/ledger-state.ts';
import { recalled } from '../core/cases/remembered.ts';
import type { Finding } from '../core/cases/request.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import type { PeriodicPaper } from '../core/plan/periodic-edits.ts';
import { onceFor } from '../core/sheet/once-for.ts';
import { type SettledDocument, type SettledParts, signingFindings } from './sign-documents.ts';

export const withSigningFindings = (
  cases: readonly Case[],
  documents: SettledParts,
  situation: Situation,
): readonly Case[] => {
  const findings = new Map<Ticket, readonly Finding[]>();
  for (const { ticket, found } of documents.flatMap(findingsIn))
    findings.set(ticket, [...(findings.get(ticket) ?? []), ...found]);
  if (findings.size === 0) return cases;
  return cases.map((subject) => {
    const added = findings.get(subject.ticket);
    return added === undefined
      ? subject
      : recalled({ by: withSigningFindings, of: subject, from: added }, situation, () => ({
          ...subject,
          findings: [...subject.findings, ...added],
        }));
  });
};

const findingsIn = onceFor((part: readonly SettledDocument[]) =>
  part.flatMap((document) => {
    const { ticket } = document;
    const found = ticket === undefined ? [] : signingFindings(document);
    return ticket === undefined || found.length === 0 ? [] : [{ ticket, found }];
  }),
);

/** @param isLeft Of these months and years nobody is reminded. */
export const awaitedSignatures = (
  documents: SettledParts,
  isLeft: (period: string) => boolean,
): readonly AwaitedSignature[] =>
  documents.flatMap(awaitedIn).filter(({ period }) => period === undefined || !isLeft(period));

const awaitedIn = onceFor((part: readonly SettledDocument[]) =>
  part.flatMap(({ key, ticket, signing, settled }): readonly AwaitedSignature[] => {
    const { waits, sentBack } = settled?.approval ?? {};
    if (signing === undefined || waits === undefined) return [];
    return [
      {
        title: signing.title,
        waits,
        ...(ticket === undefined ? { period: periodIn(key) } : { ticket }),
        ...(sentBack && { what: sentBack.what }),
      },
    ];
  }),
);

/** "2025-01" of "rekap/2025-01". */
const periodIn = (key: string): string => key.slice(key.indexOf('/') + 1);

/** Recaps and evaluations, with what is asked about them beside their rows. */
export const periodicPapers = (documents: SettledParts): readonly PeriodicPaper[] =>
  documents.flatMap(periodicIn);

const periodicIn = onceFor((part: readonly SettledDocument[]) =>
  part.flatMap((document) =>
    document.signing === undefined || document.ticket !== undefined
      ? []
      : [
          {
            key: document.key,
            title: document.signing.title,
            questions: signingFindings(document).map(({ text }) => text),
          },
        ],
  ),
);
