/** What a note says that an earlier version wrote: it put a word before the fingerprint of what had been approved. */
export const earlierNote = (
  fingerprint: string,
): { readonly fingerprint: string; readonly signedOff: boolean } =>
  fingerprint.startsWith(approved)
    ? { fingerprint: fingerprint.slice(approved.length), signedOff: true }
    : { fingerprint, signedOff: false };

const approved = 'signed-off:';
