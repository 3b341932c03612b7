/** A ticket as people copy it into other tabs: "vc 2026 123" is `VC-2026-0123`; something else stays as typed. */
export const ticketOf = (typed: string | undefined): string | undefined => {
  const parts = /^\s*vc\W*(\d{4})\W*(\d+)\s*$/i.exec(typed ?? '');
  return parts === null
    ? typed
    : `VC-${parts[1]}-${(parts[2] ?? '').replace(/^0+/, '').padStart(4, '0')}`;
};
