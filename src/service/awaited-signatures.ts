/** What the workbook is told of signatures: questions beside the rows, and whose turn it is. */

import type { AwaitedSignature } from '../core/approval/awaited-signature.ts';
import type { Ticket } from '../core/cases/ledger-state.ts';
import { recalled } from '../core/cases/remembered.ts';
import type { Finding } from '../core/cases/request.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import type { PeriodicPaper } from '../core/plan/periodic-edits.ts';
import { type SettledDocument, signingFindings } from './sign-documents.ts';

export const withSigningFindings = (
  cases: readonly Case[],
  documents: readonly SettledDocument[],
  situation: Situation,
): readonly Case[] => {
  const findings = new Map<Ticket, readonly Finding[]>();
  for (const document of documents) {
    const { ticket } = document;
    if (ticket === undefined) continue;
    findings.set(ticket, [...(findings.get(ticket) ?? []), ...signingFindings(document)]);
  }
  return cases.map((subject) => {
    const added = findings.get(subject.ticket) ?? [];
    return added.length === 0
      ? subject
      : recalled({ by: withSigningFindings, of: subject, from: added }, situation, () => ({
          ...subject,
          findings: [...subject.findings, ...added],
        }));
  });
};

export const awaitedSignatures = (
  documents: readonly SettledDocument[],
): readonly AwaitedSignature[] =>
  documents.flatMap(({ ticket, signing, settled }) => {
    const { waits, sentBack } = settled?.approval ?? {};
    return signing === undefined || waits === undefined
      ? []
      : [
          {
            title: signing.title,
            waits,
            ...(ticket !== undefined && { ticket }),
            ...(sentBack && { what: sentBack.what }),
          },
        ];
  });

/** Recaps and evaluations, with what is asked about them beside their rows. */
export const periodicPapers = (documents: readonly SettledDocument[]): readonly PeriodicPaper[] =>
  documents.flatMap((document) =>
    document.signing === undefined || document.ticket !== undefined
      ? []
      : [
          {
            key: document.key,
            title: document.signing.title,
            questions: signingFindings(document).map(({ text }) => text),
          },
        ],
  );
