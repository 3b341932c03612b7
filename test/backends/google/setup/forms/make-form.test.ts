import { describe, expect, test } from 'vitest';
import { afterEventDesign } from '../../../../../src/backends/google/setup/forms/after-event-design.ts';
import { complaintDesign } from '../../../../../src/backends/google/setup/forms/complaint-design.ts';
import { makeForm } from '../../../../../src/backends/google/setup/forms/make-form.ts';
import { requestDesign } from '../../../../../src/backends/google/setup/forms/request-design.ts';
import { afterEventTab } from '../../../../../src/core/columns/after-event-tab.ts';
import { complaintTab } from '../../../../../src/core/columns/complaint-tab.ts';
import { requestTab } from '../../../../../src/core/columns/request-tab.ts';
import { surveyElements } from '../../../../../src/core/columns/survey-elements.ts';
import type { FaultRule } from '../../../../google-double/faults.ts';
import { aMemory } from '../../../../support/a-memory.ts';
import { aGoogleDesk, deskSheetId } from '../../stand-in.ts';

type Desk = Awaited<ReturnType<typeof aGoogleDesk>>;
type Wish = Partial<Parameters<typeof makeForm>[1]>;

const aDesk = () => aGoogleDesk([{ name: 'Sheet1', rows: [] }]);

const make = ({ client, memory, pace }: Desk, wish: Wish = {}) =>
  makeForm(client, {
    design: requestDesign,
    spreadsheetId: deskSheetId,
    wanted: 'any',
    memory,
    now: pace.now,
    ...wish,
  });

const formsOf = ({ double }: Desk) => [...double.world.forms.values()];
const questionsOf = (desk: Desk) =>
  formsOf(desk)[0]?.items.flatMap(({ title, questionItem }) => (questionItem ? [title] : []));

const onCreate = { id: 'forms.forms.create' };
const cutAfter: FaultRule = { on: onCreate, times: 1, fault: { kind: 'cut', when: 'after' } };
const cutBefore: FaultRule = { on: onCreate, times: 1, fault: { kind: 'cut', when: 'before' } };

describe('the request form', () => {
  test('asks for every answer of clause A.1 in the order of the columns, page by page', async () => {
    const desk = await aDesk();

    const made = await make(desk);

    const headers = requestTab.columns
      .filter(
        ({ owner, field }) => owner === 'form' && field !== 'submittedAt' && field !== 'email',
      )
      .map(({ header }) => header);
    expect(questionsOf(desk)).toEqual(headers);
    expect(formsOf(desk)[0]?.items.filter(({ pageBreakItem }) => pageBreakItem)).toHaveLength(3);
    expect(formsOf(desk)[0]?.emails).toBe('RESPONDER_INPUT');
    expect(made?.done).toEqual([
      'made the form "Permohonan Fasilitasi Layanan Video Conference"',
      'published the form "Permohonan Fasilitasi Layanan Video Conference"',
      'added 27 questions to the form "Permohonan Fasilitasi Layanan Video Conference"',
    ]);
  });

  test('tells requesters that it is free, when they are served, and that their data are safe', async () => {
    const desk = await aDesk();

    const made = await make(desk);

    expect(formsOf(desk)[0]?.info.description).toMatch(/GRATIS.*24 jam.*Kerahasiaan/);
    expect(made?.design.confirmation).toMatch(/GRATIS/);
  });

  test('explains every question, and demands no answer that the standard leaves open', async () => {
    const desk = await aDesk();

    await make(desk);

    const items = formsOf(desk)[0]?.items ?? [];
    expect(items.filter(({ description }) => !description)).toEqual([]);
    const required = items
      .filter(({ questionItem }) => questionItem?.question?.required)
      .map(({ title }) => title);
    expect(required).not.toContain('NIP Pemohon');
    expect(required).toEqual(expect.arrayContaining(['Nama Pemohon', 'Sifat Kegiatan']));
  });

  test('is made once: a second run changes nothing', async () => {
    const desk = await aDesk();

    const first = await make(desk);
    const second = await make(desk);

    expect(second).toEqual({ ...first, done: [] });
    expect(formsOf(desk)).toHaveLength(1);
  });

  test('keeps what staff made of it, and gets a question back that is gone', async () => {
    const desk = await aDesk();
    const { formId = '' } = (await make(desk)) ?? {};
    const form = desk.double.world.forms.get(formId);
    if (!form) throw new Error('no form');
    const items = form.items
      .filter(({ title }) => title !== 'Nomor Surat')
      .map((item) => (item.title === 'Jenis Layanan' ? { ...item, title: 'Layanan' } : item))
      .toReversed();
    desk.double.world.forms.set(formId, {
      ...form,
      items,
      info: { ...form.info, description: 'Kata-kata kantor' },
      emails: 'VERIFIED',
    });

    const { done } = (await make(desk)) ?? {};

    const after = desk.double.world.forms.get(formId);
    expect(done).toEqual([
      'added 1 question to the form "Permohonan Fasilitasi Layanan Video Conference"',
    ]);
    expect(after?.items.slice(0, -1)).toEqual(items);
    expect(after?.items.at(-1)?.title).toBe('Nomor Surat');
    expect(after?.info.description).toBe('Kata-kata kantor');
    expect(after?.emails).toBe('VERIFIED');
  });

  test('is found at once when the call that made it was cut off after the effect', async () => {
    const desk = await aDesk();
    desk.double.faults.add(cutAfter);

    await make(desk);

    expect(formsOf(desk)).toHaveLength(1);
    expect(questionsOf(desk)).toHaveLength(27);
  });

  test('is made by the next run when the call was cut off before', async () => {
    const desk = await aDesk();
    desk.double.faults.add(cutBefore);

    await expect(make(desk)).rejects.toMatchObject({ code: 'google-in-doubt' });
    await make(desk);

    expect(formsOf(desk)).toHaveLength(1);
  });

  test('is found by the next run when Drive could not be asked at once', async () => {
    const desk = await aDesk();
    desk.double.faults.add(cutAfter);
    desk.double.faults.add({
      on: { id: 'drive.files.list' },
      // The first looks for a form to go on with, the second for the one that was lost.
      calls: [2],
      fault: { kind: 'refuse', status: 403 },
    });

    await expect(make(desk)).rejects.toMatchObject({ code: 'google-refused' });
    await make(desk);

    expect(formsOf(desk)).toHaveLength(1);
    expect(questionsOf(desk)).toHaveLength(27);
  });

  test('is found again by a ledger that was lost, whatever it is called by then', async () => {
    const desk = await aDesk();
    const first = await make(desk);
    desk.double.people.renameFile({ fileId: first?.formId ?? '', name: 'Formulir kami' });

    const again = await make({ ...desk, memory: aMemory() });

    expect(again).toEqual({ ...first, done: [] });
    expect(formsOf(desk)).toHaveLength(1);
  });

  test('is not taken from another desk of the same account', async () => {
    const desk = await aDesk();
    const theirs = await make(desk, { spreadsheetId: 'lembar-kantor-lain' });
    const other = { ...desk, memory: aMemory() };
    desk.double.faults.add(cutBefore);

    await expect(make(other)).rejects.toMatchObject({ code: 'google-in-doubt' });
    const ours = await make(other);

    expect(ours?.formId).not.toBe(theirs?.formId);
  });

  test('goes on where a run ended between making it and its questions', async () => {
    const desk = await aDesk();
    desk.double.faults.add({
      on: { id: 'forms.forms.batchUpdate' },
      times: 1,
      fault: { kind: 'refuse', status: 400 },
    });

    await expect(make(desk)).rejects.toMatchObject({ code: 'google-refused' });
    const second = await make(desk);

    expect(second?.done).toEqual([
      'added 27 questions to the form "Permohonan Fasilitasi Layanan Video Conference"',
    ]);
    expect(formsOf(desk)).toHaveLength(1);
  });

  test('that is gone is not silently made again', async () => {
    const desk = await aDesk();
    const { formId = '' } = (await make(desk)) ?? {};
    desk.double.people.deleteFile({ fileId: formId });
    desk.double.world.forms.delete(formId);

    await expect(make(desk)).rejects.toMatchObject({
      code: 'form-not-found',
      todo: expect.stringContaining('--new-form'),
    });
    const anew = await make(desk, { wanted: 'new' });

    expect(anew?.done).toHaveLength(3);
    expect((await make({ ...desk, memory: aMemory() }))?.formId).toBe(anew?.formId);
  });

  test('is opened when Google makes forms closed', async () => {
    const desk = await aDesk();
    const { formId = '' } = (await make(desk)) ?? {};
    const form = desk.double.world.forms.get(formId);
    if (!form) throw new Error('no form');
    desk.double.world.forms.set(formId, {
      ...form,
      items: [],
      isPublished: false,
      acceptsResponses: false,
    });

    const { done } = (await make(desk)) ?? {};

    expect(done).toEqual([
      'published the form "Permohonan Fasilitasi Layanan Video Conference"',
      'added 27 questions to the form "Permohonan Fasilitasi Layanan Video Conference"',
    ]);
    expect(desk.double.world.forms.get(formId)).toMatchObject({
      isPublished: true,
      acceptsResponses: true,
    });
  });

  test('is not made where the office has its own way', async () => {
    const desk = await aDesk();

    expect(await make(desk, { wanted: 'known' })).toBeUndefined();
    expect(formsOf(desk)).toEqual([]);
  });

  test('says where its answers go', async () => {
    const desk = await aDesk();
    const { formId = '' } = (await make(desk)) ?? {};
    const { people } = desk.double;
    const { data } = await (await desk.client.sheets()).spreadsheets.create({ requestBody: {} });

    people.linkForm({ formId, spreadsheetId: data.spreadsheetId ?? '' });
    const elsewhere = await make(desk);
    people.unlinkForm({ formId });
    people.linkForm({ formId, spreadsheetId: deskSheetId });
    const here = await make(desk);

    expect(elsewhere).toMatchObject({
      isLinkedHere: false,
      notices: [expect.stringMatching(/Unlink/)],
    });
    expect(here).toMatchObject({ isLinkedHere: true, notices: [] });
  });
});

describe('the form for after an event', () => {
  test('asks for what its tab holds, and demands nothing but the ticket', async () => {
    const desk = await aDesk();

    await make(desk, { design: afterEventDesign });

    const [form] = formsOf(desk);
    const items = form?.items.filter(({ questionItem }) => questionItem) ?? [];
    expect(items.map(({ title }) => title)).toEqual(
      afterEventTab.columns
        .filter(({ owner, field }) => owner === 'form' && field !== 'submittedAt')
        .map(({ header }) => header),
    );
    expect(items.filter(({ questionItem }) => questionItem?.question?.required)).toEqual([
      expect.objectContaining({ title: 'Nomor Tiket' }),
    ]);
    expect(form?.info.description).toMatch(/Tim Kerja Persandian.*GRATIS/);
  });

  test('has each element of the survey marked from 1 to 4, and says what each mark means', async () => {
    const desk = await aDesk();

    await make(desk, { design: afterEventDesign });

    const marks = formsOf(desk)[0]?.items.filter(
      ({ questionItem }) => questionItem?.question?.scaleQuestion,
    );
    expect(marks?.map(({ title }) => title)).toEqual(surveyElements.map(({ header }) => header));
    for (const { description, questionItem } of marks ?? []) {
      const { low, high, lowLabel, highLabel } = questionItem?.question?.scaleQuestion ?? {};
      expect([low, high]).toEqual([1, 4]);
      const meanings = /1 = (.+), 2 = .+, 3 = .+, 4 = (.+)\.$/.exec(description ?? '');
      expect(meanings?.slice(1)).toEqual([lowLabel, highLabel]);
    }
  });
});

describe('the form for complaints', () => {
  test('asks for what its tab holds, says that it is free, and wants nobody’s address', async () => {
    const desk = await aDesk();

    const made = await make(desk, { design: complaintDesign });

    const [form] = formsOf(desk);
    expect(questionsOf(desk)).toEqual(
      complaintTab.columns
        .filter(({ owner, field }) => owner === 'form' && field !== 'submittedAt')
        .map(({ header }) => header),
    );
    expect(form?.emails).toBe('DO_NOT_COLLECT');
    expect(form?.info.description).toMatch(/Tim Kerja Persandian.*GRATIS/);
    const required = form?.items.filter(({ questionItem }) => questionItem?.question?.required);
    expect(required?.map(({ title }) => title)).toEqual(['Jenis', 'Isi']);
    expect(made?.ticketQuestion).toBe(
      form?.items.find(({ title }) => title === 'Nomor Tiket')?.questionItem?.question?.questionId,
    );
  });

  test('and that for requests are told apart by a ledger that was lost', async () => {
    const desk = await aDesk();
    const complaints = await make(desk, { design: complaintDesign });
    const requests = await make(desk);
    const lost = { ...desk, memory: aMemory() };

    expect((await make(lost))?.formId).toBe(requests?.formId);
    expect((await make(lost, { design: complaintDesign }))?.formId).toBe(complaints?.formId);
    expect(formsOf(desk)).toHaveLength(2);
  });
});
