/** The tab Permohonan: the answers of the form, and what the desk keeps beside them. */
import { type FactField, factFields } from '../cases/desk.ts';
import type { FieldOf, Owner, Tab } from '../sheet/column.ts';
import { deskColumns } from './desk-columns.ts';
import { requestAnswers } from './request-answers.ts';

export const requestTab = {
  name: 'Permohonan',
  synonyms: ['Form Responses 1', 'Respons Formulir 1', 'Jawaban Formulir 1', 'Data Permohonan'],
  columns: [...requestAnswers, ...deskColumns],
} as const satisfies Tab;

type RequestColumn = (typeof requestTab)['columns'][number];
type FieldOwnedBy<O extends Owner> = Extract<RequestColumn, { owner: O }>['field'];

export type RequestField = FieldOf<typeof requestTab>;
export type SharedField = FieldOwnedBy<'shared'>;
export type ServiceField = FieldOwnedBy<'service'>;
/** The only columns of Permohonan that a plan may name. */
export type OurField = SharedField | ServiceField;

const fieldsOwnedBy = <O extends Owner>(owner: O): readonly FieldOwnedBy<O>[] =>
  requestTab.columns.flatMap((column) =>
    column.owner === owner ? [column.field as FieldOwnedBy<O>] : [],
  );

/** What requesters answered. */
export const formFields = fieldsOwnedBy('form');
/** What staff alone note beside the answers; the service only reads it. */
export const staffFields = fieldsOwnedBy('staff');
/** All that staff note; what an event really was is proposed to them. */
export const notedFields: readonly (FieldOwnedBy<'staff'> | FactField)[] = [
  ...staffFields,
  ...factFields,
];
/** What the service alone writes. */
export const serviceFields = fieldsOwnedBy('service');

/** What the service proposes and people may change. */
export const sharedColumns = requestTab.columns.filter((column) => column.owner === 'shared');
export const sharedFields: readonly SharedField[] = sharedColumns.map(({ field }) => field);

/** What the service may write, from left to right. */
export const ourColumns = requestTab.columns.filter(
  (column) => column.owner === 'shared' || column.owner === 'service',
);
export const ourFields: readonly OurField[] = ourColumns.map(({ field }) => field);

/** The header under which people know a field. */
export const headerOf = (field: RequestField): string => headers.get(field) ?? field;

const headers: ReadonlyMap<string, string> = new Map(
  requestTab.columns.map(({ field, header }) => [field, header]),
);

/** Findings name a column by its header: these are about what staff noted. */
export const staffHeaders: ReadonlySet<string> = new Set(notedFields.map(headerOf));
