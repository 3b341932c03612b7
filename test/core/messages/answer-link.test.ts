import { describe, expect, test } from 'vitest';
import { prefilledAnswerLink } from '../../../src/core/messages/answer-link.ts';

const address = 'https://docs.google.com/forms/d/e/1FAIpQLSabc/viewform';

describe('the link to a form', () => {
  test('has the ticket filled in: the id of its question is a number of base 16', () => {
    expect(prefilledAnswerLink({ address, ticketQuestion: '1a2b3c4d' }, 'VC-2026-0123')).toBe(
      `${address}?usp=pp_url&entry.439041101=VC-2026-0123`,
    );
  });

  test('leaves it to people where the id is no such number, or no question asks for a ticket', () => {
    expect(prefilledAnswerLink({ address, ticketQuestion: 'tiket' }, 'VC-2026-0123')).toBe(address);
    expect(prefilledAnswerLink({ address }, 'VC-2026-0123')).toBe(address);
  });

  test('keeps nothing behind a question mark that the address had', () => {
    const old = { address: `${address}?edit2=x`, ticketQuestion: 'a' };

    expect(prefilledAnswerLink(old, 'VC 1')).toBe(`${address}?usp=pp_url&entry.10=VC%201`);
  });
});
