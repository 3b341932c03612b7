/** Paper and margins of an Indonesian official letter. */
import { type ISectionPropertiesOptions, PageOrientation } from 'docx';

/** Millimetres as the twentieths of a point that Word counts in. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);

export interface Paper {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** F4, also called Folio in Indonesia: what offices print letters on. */
export const f4: Paper = { widthMm: 215, heightMm: 330 };
export const a4: Paper = { widthMm: 210, heightMm: 297 };

const portraitMargins = { left: 30, right: 20, top: 20, bottom: 22 };
const landscapeMargins = { left: 20, right: 20, top: 25, bottom: 20 };

/** Room for text between the margins, in twips. */
export const textWidth = ({ widthMm }: Paper): number =>
  mm(widthMm - portraitMargins.left - portraitMargins.right);

export const landscapeTextWidth = ({ heightMm }: Paper): number =>
  mm(heightMm - landscapeMargins.left - landscapeMargins.right);

/** Letter pages: the first carries the letterhead, later ones the page number. */
export const portrait = (
  { widthMm, heightMm }: Paper,
  { bottom = portraitMargins.bottom }: { readonly bottom?: number } = {},
): ISectionPropertiesOptions => ({
  titlePage: true,
  page: {
    size: { width: mm(widthMm), height: mm(heightMm) },
    margin: { ...inTwips({ ...portraitMargins, bottom }), header: mm(10), footer: mm(10) },
  },
});

/** Appendix pages for wide tables. */
export const landscape = ({ widthMm, heightMm }: Paper): ISectionPropertiesOptions => ({
  page: {
    // docx swaps the two itself for a landscape page.
    size: {
      width: mm(widthMm),
      height: mm(heightMm),
      orientation: PageOrientation.LANDSCAPE,
    },
    margin: { ...inTwips(landscapeMargins), header: mm(10), footer: mm(10) },
  },
});

const inTwips = ({
  left,
  right,
  top,
  bottom,
}: Readonly<Record<keyof typeof portraitMargins, number>>) => ({
  left: mm(left),
  right: mm(right),
  top: mm(top),
  bottom: mm(bottom),
});
