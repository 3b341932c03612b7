import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { instantForm, jsonNote, keptFact, savedWork } from '../../src/backends/kept-note.ts';

const form = jsonNote(z.object({ until: z.number() }));
const damaged = ['', '{"until":', '{"until":"Siti Contoh"}', 'null', '[]'];

describe('a note that was kept', () => {
  test('comes back through its form', () => {
    const text = JSON.stringify({ until: 7 });

    expect(savedWork(form, text)).toEqual({ until: 7 });
    expect(keptFact({ name: 'post.rest', form }, text)).toEqual({ until: 7 });
    expect(savedWork(instantForm, '2026-11-23T02:00:00Z')?.epochMilliseconds).toBe(
      Date.parse('2026-11-23T02:00:00Z'),
    );
  });

  test('is none where nothing was kept', () => {
    expect(savedWork(form, undefined)).toBeUndefined();
    expect(keptFact({ name: 'post.rest', form }, undefined)).toBeUndefined();
  });

  test.each(damaged)('is as none where it only saves work and was damaged: %j', (text) => {
    expect(savedWork(form, text)).toBeUndefined();
    expect(savedWork(instantForm, text)).toBeUndefined();
  });

  test.each(damaged)(
    'is named where nobody can make it anew, and nothing of it is repeated: %j',
    (text) => {
      const read = () => keptFact({ name: 'calendars.told', form }, text);

      expect(read).toThrow(expect.objectContaining({ code: 'note-damaged' }));
      expect(read).toThrow('"calendars.told"');
      expect(read).not.toThrow('Siti');
    },
  );
});
