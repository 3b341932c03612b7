/** What a column of ours in Permohonan is, besides a column: it says itself what stands in it. */
import type { FactField } from '../cases/desk.ts';
import type { DocumentRecord } from '../cases/ledger-state.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { type Column, type ColumnKind, service, shared } from '../sheet/column.ts';
import type { CellContent } from '../sheet/snapshot.ts';

/** What should stand in a cell, and why. */
export interface Wanted {
  readonly content: CellContent;
  readonly because: string;
}

/** What a cell may be written from besides its case. */
export interface Beside {
  readonly situation: Situation;
  /** All that is to be said in Keterangan. */
  readonly remarks: string;
  /** The document of the case that this column links, as the ledger remembers it. */
  readonly documentBehind: (field: string) => DocumentRecord | undefined;
  /** What is to be said to the requester now; `undefined` where nobody knows. */
  readonly draft: Wanted | undefined;
  /** Why the letter that this column links is not valid; `undefined` while it is. */
  readonly voidBehind: (field: string) => string | undefined;
}

/** What is not known in a pass is left as it stands. */
interface DecidedColumn {
  /** Where this rule failed over all rows, what it would have decided is not known. */
  readonly decidedBy?: keyof Case['decided'];
  /** It links a document: where a pass does not make that kind, it is not known whether there is one. */
  readonly isLinking?: true;
}

/** Proposed by the rules alone, so that it can be told apart from what a person chose. */
export interface SharedColumn<F extends string = string>
  extends Column<F, 'shared'>,
    DecidedColumn {
  readonly shows: (subject: Case) => Wanted;
}

export interface ServiceColumn<F extends string = string>
  extends Column<F, 'service'>,
    DecidedColumn {
  readonly shows: (subject: Case, beside: Beside) => Wanted;
}

type Facts = Parameters<typeof service>[3];

export const proposed = <const F extends string>(
  field: F,
  header: string,
  kind: ColumnKind,
  { shows, decidedBy, ...facts }: Facts & Pick<SharedColumn, 'shows' | 'decidedBy'>,
): SharedColumn<F> => ({
  ...shared(field, header, kind, facts),
  shows,
  ...(decidedBy && { decidedBy }),
});

/** A fact of the event, noted by staff; proposed where others told it and staff have not. */
export const noted = <const F extends FactField>(
  field: F,
  header: string,
  kind: ColumnKind,
  facts: Facts,
): SharedColumn<F> =>
  proposed(field, header, kind, {
    ...facts,
    shows: ({ proposals }) => {
      const told = proposals?.[field];
      return { content: told?.cell ?? '', because: told?.because ?? 'tidak ada yang menyebutnya' };
    },
  });

export const written = <const F extends string>(
  field: F,
  header: string,
  kind: ColumnKind,
  {
    shows,
    decidedBy,
    isLinking,
    ...facts
  }: Facts & Pick<ServiceColumn, 'shows' | 'decidedBy' | 'isLinking'>,
): ServiceColumn<F> => ({
  ...service(field, header, kind, facts),
  shows,
  ...(decidedBy && { decidedBy }),
  ...(isLinking && { isLinking }),
});

/** The link to a document, once there is one: which kind says so by its `linkedBy`. */
export const linking = <const F extends string>(
  field: F,
  header: string,
  facts: Facts,
): ServiceColumn<F> =>
  written(field, header, 'link', {
    ...facts,
    isLinking: true,
    shows: (_subject, { documentBehind, voidBehind }) => {
      const { id, url, title = id } = documentBehind(field) ?? {};
      if (title === undefined || url === undefined)
        return { content: '', because: 'dokumen belum ada' };
      const why = voidBehind(field);
      return why === undefined
        ? { content: { kind: 'link', url, text: title }, because: 'dokumen tersedia' }
        : {
            content: { kind: 'link', url, text: `tidak berlaku: ${why}` },
            because: 'surat tidak berlaku',
          };
    },
  });
