/** Texts that the office may change: read as written, every mistake named, and nothing typed into a form ever obeyed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownTemplates } from '../../src/config.ts';
import { messageKinds } from '../../src/core/messages/kinds/index.ts';
import { judgeMessageText, sampleOf, textsFolder } from '../../src/messages/text-shelf.ts';
import { judgeText, type TextView } from '../../src/messages/text-template.ts';

const sample: TextView = { tiket: 'VC-2026-0001', alat: [{ nama: 'Speaker' }], perlu: true };

const judged = (source: string, mustPrint: readonly string[] = []) =>
  judgeText(source, { sample, mustPrint });

const rendered = (source: string, view: TextView) => {
  const judgement = judged(source);
  if (judgement.kind === 'faulty') throw new Error(JSON.stringify(judgement.faults));
  return judgement.render(view);
};

const messagesOf = (source: string, mustPrint: readonly string[] = []) => {
  const judgement = judged(source, mustPrint);
  return judgement.kind === 'right'
    ? []
    : judgement.faults.map(({ line, message }) => `${line ?? '-'}: ${message}`);
};

test('subject, text and the draft for WhatsApp are three parts of one file', () => {
  const source =
    '\uFEFFPerihal: {{tiket}} – tugas\r\n\r\nBawa:\r\n{{#each alat}}- {{nama}} ({{../tiket}})\n{{/each}}\r\nWhatsApp:\r\nHalo {{tiket}}';

  expect(rendered(source, { tiket: 'A', alat: [{ nama: 'Speaker' }, { nama: 'Kamera' }] })).toEqual(
    {
      subject: 'A – tugas',
      text: 'Bawa:\n- Speaker (A)\n- Kamera (A)',
      draft: 'Halo A',
    },
  );
});

test('what is left out leaves no gap, and without a part of its own the draft is the text', () => {
  const { text, draft } = rendered('Perihal: x\n\nA\n\n{{#if perlu}}B{{/if}}\n\nC', {
    perlu: false,
  });

  expect(text).toBe('A\n\nC');
  expect(draft).toBe(text);
});

test.each([
  ['{{tikett}}', /2: "\{\{tikett\}\}" tidak dikenal/],
  ['{{alat}}', /sebuah daftar/],
  ['{{#each tiket}}x{{/each}}', /bukan daftar/],
  [
    '{{#each alat}}{{jumlah}}{{/each}}',
    /"\{\{jumlah\}\}" tidak dikenal di sini\. Yang ada: tiket, alat, perlu, nama/,
  ],
  ['{{> surat}}', /tidak dapat dipakai/],
  ['{{lookup tiket "a"}}', /satu nama isian/],
  ['{{constructor.name}}', /tidak dikenal/],
  ['{{#with tiket}}x{{/with}}', /hanya \{\{#if/],
  ['{{#if tiket}}', /tidak lengkap/],
])('%s is named', (body, message) => {
  expect(messagesOf(`Perihal: x\n${body}`)).toEqual([expect.stringMatching(message)]);
});

test('a text without a subject, without a body or without what it is for is refused, all at once', () => {
  expect(messagesOf('Yth.\n', ['tiket'])).toEqual([
    '1: Baris pertama harus berbunyi "Perihal: …".',
    '-: Isi pesan kosong.',
    '-: "{{tiket}}" harus ada di dalam pesan ini.',
  ]);
});

test('whatever people typed stands in the text as they typed it, on the one line of the subject too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const marked = `${typed}{{perlu}}`;
      const { subject, text } = rendered('Perihal: {{tiket}} ok\n\nAwal {{tiket}} akhir', {
        tiket: marked,
        perlu: 'never',
      });
      expect(subject).not.toMatch(/[\r\n\u0085\u2028]/);
      expect(subject.endsWith('{{perlu}} ok')).toBe(true);
      expect(text.endsWith('{{perlu}} akhir')).toBe(true);
    }),
  );
});

test('a line end that somebody typed makes no line of ours, in a list either', () => {
  const { text, draft } = rendered('Perihal: x\n\n{{tiket}}\n{{#each alat}}- {{nama}}\n{{/each}}', {
    tiket: 'Rapat\r\nTautan: http://lain.example',
    alat: [{ nama: 'Speaker\u2028Tautan: http://lain.example' }],
  });

  expect(text).toBe('Rapat Tautan: http://lain.example\n- Speaker Tautan: http://lain.example');
  expect(draft).toBe(text);
});

test.each(messageKinds.map((kind) => [kind.key, kind] as const))(
  'the text of %s can be used',
  (_, kind) => {
    const source = readFileSync(join(ownTemplates, textsFolder, kind.template), 'utf8');
    const judgement = judgeMessageText(kind, source);

    expect(judgement).toMatchObject({ kind: 'right' });
    if (judgement.kind !== 'right') return;
    const { subject, text, draft } = judgement.render(sampleOf(kind));
    expect(text).toMatch(/\nHormat kami,\nTim/);
    expect(subject.length).toBeLessThanOrEqual(120);
    // A gap where a name stood, a doubled salutation, a bracket that was never closed.
    for (const part of [subject, text, draft]) {
      expect(part).not.toMatch(/ {2}|\(\)|""|Yth\. Yth|undefined|\[object|\{\{/);
    }
  },
);

test('every text in the folder belongs to a kind', () => {
  const files = readdirSync(join(ownTemplates, textsFolder));

  expect(files.toSorted()).toEqual(messageKinds.map(({ template }) => template).toSorted());
});
