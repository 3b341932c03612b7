/** What staff are told of answers that come into a tab which the service does not read: nothing else in the book shows it. */
import { linkedTabs, withoutOtherForms } from '../columns/linked-tabs.ts';
import { findTab } from '../sheet/locate-columns.ts';
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';

export const unreadAnswerNotices = ({ tabs }: WorkbookSnapshot): readonly string[] =>
  linkedTabs(tabs).flatMap(({ name, spec }) => {
    const read = findTab({ tabs: withoutOtherForms(tabs, spec) }, spec)?.name;
    return read === name
      ? []
      : [
          `Jawaban formulir masuk ke lembar ${name}, padahal layanan membaca lembar ${read ?? spec.name}; jawaban itu belum dibaca. Minta pengelola layanan menjalankan setup sekali lagi.`,
        ];
  });
