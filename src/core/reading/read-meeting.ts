/** A meeting's number and link: Zoom's link holds the number, so that nobody has to type it twice. */

/** "812 3456 7890" of "https://dinas.zoom.us/j/81234567890?pwd=…"; undefined where the link holds none. */
export const meetingIdIn = (link: string | undefined): string | undefined => {
  const digits =
    /^https?:\/\/(?:[a-z0-9-]+\.)*zoom\.(?:us|com)\/(?:j|w|s)\/(\d{9,11})(?![\d])/i.exec(
      link ?? '',
    )?.[1];
  return digits && grouped(digits);
};

/** As Zoom itself prints it: three, three or four, the rest. */
const grouped = (digits: string): string =>
  digits.replace(
    digits.length > 10 ? /^(\d{3})(\d{4})(\d+)$/ : /^(\d{3})(\d{3})(\d+)$/,
    '$1 $2 $3',
  );

/** Both are typed and mean different meetings. */
export const isOtherMeeting = (id: string, link: string): boolean => {
  const inLink = meetingIdIn(link)?.replaceAll(' ', '');
  const typed = id.replaceAll(/\D/g, '');
  return inLink !== undefined && typed.length >= 9 && typed.length <= 11 && inLink !== typed;
};
