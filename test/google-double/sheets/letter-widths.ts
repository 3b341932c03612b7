/**
 * How wide the letters are in which Google measures a text.
 *
 * The only figure on record, 1024 times `A` in 10 points making a column of 8691 pixels, is exactly that of Roboto at
 * 13 pixels (1336/2048 of its size a letter) with 7 pixels around it; Arial would come to 8886. These are Roboto's widths
 * from the space to the tilde, in 1/2048 of the size; any other letter counts as wide as a digit.
 */
const unitsPerEm = 2048;

// biome-ignore format: a table reads better in the order of the letters, sixteen to a line.
const widths: readonly number[] = [
  508, 528, 656, 1261, 1151, 1500, 1274, 358, 701, 713, 882, 1162, 403, 566, 540, 845,
  1151, 1151, 1151, 1151, 1151, 1151, 1151, 1151, 1151, 1151, 496, 433, 1041, 1124, 1071, 968,
  1839, 1336, 1276, 1333, 1344, 1164, 1132, 1395, 1461, 557, 1130, 1285, 1103, 1788, 1461, 1409,
  1292, 1409, 1262, 1216, 1222, 1328, 1304, 1817, 1284, 1230, 1227, 543, 841, 543, 856, 924,
  633, 1114, 1150, 1072, 1155, 1086, 712, 1150, 1128, 498, 490, 1038, 498, 1796, 1131, 1168,
  1150, 1164, 694, 1057, 670, 1129, 992, 1539, 1016, 969, 1016, 693, 500, 693, 1393,
];

const digitWidth = 1151;

/** The width of a letter, as a part of its size. */
export const letterWidth = (letter: string): number =>
  (widths[(letter.codePointAt(0) ?? 0) - 32] ?? digitWidth) / unitsPerEm;
