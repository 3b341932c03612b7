import type { Finding } from '../cases/request.ts';
import { headerOf, type RequestField } from '../columns/request-tab.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { quote } from './cell-text.ts';
import type { Reading } from './reading.ts';

/** Collects what is to be said about one row while its cells are read, in the order of reading. */
export interface Notes {
  readonly findings: readonly Finding[];
  readonly add: (kind: Finding['kind'], field: RequestField, text: string) => void;
  /**
   * The value of a reading, if there is one; says what is to be said otherwise.
   *
   * `otherwise` is what an unreadable cell amounts to, and `advice` what to do about it, as a whole sentence.
   * With `warning` a question is one too: what staff write never makes a request incomplete.
   */
  readonly take: <T>(
    reading: Reading<T>,
    about: {
      readonly field: RequestField;
      readonly cell: Cell | undefined;
      readonly advice: string;
      readonly otherwise: Finding['kind'];
    },
  ) => T | undefined;
}

export const startNotes = (): Notes => {
  const findings: Finding[] = [];
  const add: Notes['add'] = (kind, field, text) => {
    findings.push({ kind, field: headerOf(field), text });
  };
  return {
    findings,
    add,
    take: (reading, { field, cell, advice, otherwise }) => {
      const about = (): string => `${headerOf(field)} ${quote(cell)}`;
      switch (reading.kind) {
        case 'empty':
          return undefined;
        case 'unreadable':
          add(otherwise, field, `${about()} tidak terbaca. ${advice}`);
          return undefined;
        case 'unsure':
          add(
            otherwise === 'warning' ? 'warning' : 'question',
            field,
            `${about()} ${reading.question}`,
          );
          return undefined;
        case 'read':
          for (const warning of reading.warnings) add('warning', field, `${about()} ${warning}`);
          return reading.value;
      }
    },
  };
};
