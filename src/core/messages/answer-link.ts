/** Where people answer what is asked of them by a form. */
export interface AnswerForm {
  readonly address: string;
  /** What the form's maker calls the question for the ticket; absent where it asks for none. */
  readonly ticketQuestion?: string | undefined;
}

/**
 * The form's address with the ticket filled in.
 *
 * That an entry bears the question's id, read as a hexadecimal number, is seen of every form and promised nowhere: where
 * it does not hold, the form opens with the question empty, so whatever carries this link names the ticket too.
 */
export const prefilledAnswerLink = (
  { address, ticketQuestion = '' }: AnswerForm,
  ticket: string,
): string => {
  if (!/^[0-9a-f]{1,8}$/i.test(ticketQuestion)) return address;
  const entry = Number.parseInt(ticketQuestion, 16);
  const [page = address] = address.split(/[?#]/);
  return `${page}?usp=pp_url&entry.${entry}=${encodeURIComponent(ticket)}`;
};
