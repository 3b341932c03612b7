/** How letters say that they are drafts, not valid, or in the place of another; that one is not valid stands on top by itself. */
import type { Paragraph } from 'docx';
import { styled, tag } from './text.ts';

/** Beside the number of every later page. */
export const letterMark =
  '{{#if tidakBerlaku}}   TIDAK BERLAKU{{else}}{{#if draf}}   DRAF{{/if}}{{/if}}';

export const replacing: readonly Paragraph[] = [
  tag('#if menggantikan'),
  styled('Catatan', '{{menggantikan}}'),
  tag('/if'),
];
