import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { asStyles, withColours } from './colour-styles.ts';
import { sheetById } from './draft.ts';
import { answeredRange } from './grid-range.ts';
import type { Handlers } from './handler.ts';
import { silent } from './handler.ts';
import type { Sheet } from './model.ts';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** Requests about the rules that colour cells by what is in them; the first rule of a tab has the index 0. */
export const conditionalFormatRequests: Handlers = {
  addConditionalFormatRule: silent((draft, { addConditionalFormatRule }) => {
    const { rule = {}, index } = addConditionalFormatRule ?? {};
    const sheet = sheetById(draft, rule.ranges?.[0]?.sheetId);
    if ((index ?? 0) > sheet.conditionalFormats.length) throw noRule(sheet, index);
    sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index ?? 0, 0, asStyles(rule));
  }),
  /** Puts another rule in the place of one (`rule`), or moves one to another place (`newIndex`). */
  updateConditionalFormatRule: (draft, { updateConditionalFormatRule }) => {
    const { rule, index, newIndex, sheetId } = updateConditionalFormatRule ?? {};
    const at = index ?? 0;
    if (rule) {
      const sheet = sheetById(draft, rule.ranges?.[0]?.sheetId);
      const oldRule = ruleAt(sheet, at);
      sheet.conditionalFormats = sheet.conditionalFormats.with(at, asStyles(rule));
      return answer({ newRule: asStyles(rule), newIndex: at, oldRule });
    }
    if (typeof newIndex !== 'number') throw invalid('Neither a rule nor a new index is given.');
    const sheet = sheetById(draft, sheetId);
    const moved = ruleAt(sheet, at);
    ruleAt(sheet, newIndex);
    sheet.conditionalFormats = sheet.conditionalFormats
      .toSpliced(at, 1)
      .toSpliced(newIndex, 0, moved);
    return answer({ newRule: moved, newIndex, oldIndex: at });
  },
  deleteConditionalFormatRule: (draft, { deleteConditionalFormatRule }) => {
    const { sheetId, index } = deleteConditionalFormatRule ?? {};
    const sheet = sheetById(draft, sheetId);
    const rule = ruleAt(sheet, index ?? 0);
    sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index ?? 0, 1);
    return { deleteConditionalFormatRule: { rule: ruleAnswer(rule) } };
  },
};

/** A rule as an answer tells it. */
export const ruleAnswer = (rule: Rule): Rule =>
  withColours({ ...rule, ranges: (rule.ranges ?? []).map(answeredRange) });

function ruleAt(sheet: Sheet, index: number): Rule {
  const rule = sheet.conditionalFormats[index];
  if (!rule) throw noRule(sheet, index);
  return rule;
}

const noRule = (sheet: Sheet, index: number | null | undefined) =>
  invalid(`No conditional format on sheet: ${sheet.sheetId} at index: ${index ?? 0}`);

const answer = ({
  newRule,
  oldRule,
  ...indexes
}: sheets_v4.Schema$UpdateConditionalFormatRuleResponse): sheets_v4.Schema$Response => ({
  updateConditionalFormatRule: {
    ...indexes,
    ...(newRule && { newRule: ruleAnswer(newRule) }),
    ...(oldRule && { oldRule: ruleAnswer(oldRule) }),
  },
});
