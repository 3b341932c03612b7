/** As complaints came in; of one day by their numbers. */
export const byDayAndNumber = (a: ListedComplaint, b: ListedComplaint): number => {
  const [one, other] = [placeOf(a), placeOf(b)];
  return one === other ? 0 : one < other ? -1 : 1;
};

interface ListedComplaint {
  /** ISO; `''` where nobody knows the day. */
  readonly tanggal: string;
  readonly nomorPengaduan: string;
}

const placeOf = ({ tanggal, nomorPengaduan }: ListedComplaint): string =>
  `${tanggal} ${nomorPengaduan}`;
