import { describe, expect, test } from 'vitest';
import { refusalOf } from '../google-clients.ts';
import { aSpreadsheet, spreadsheetId as fileId } from '../sheets/a-spreadsheet.ts';

describe('the comments of a file', () => {
  test('are none at first, also where the first page is asked for by an empty token', async () => {
    const { comments } = aSpreadsheet({ Data: [] }).clients.drive;

    const { data } = await comments.list({
      fileId,
      fields: 'comments/content,comments/anchor,nextPageToken',
      includeDeleted: false,
      pageSize: 100,
      pageToken: '',
    });

    expect(data).toEqual({ comments: [] });
  });

  test('are listed newest first, without those that were deleted', async () => {
    const { comments } = aSpreadsheet({ Data: [] }).clients.drive;
    const add = async (content: string) =>
      (await comments.create({ fileId, fields: 'id', requestBody: { content } })).data.id ?? '';
    await add('Mohon dicek');
    const gone = await add('Salah tempat');
    await add('Sudah benar');
    await comments.delete({ fileId, commentId: gone });

    const { data } = await comments.list({ fileId, fields: 'comments(content)' });
    const page = await comments.list({ fileId, fields: '*', pageSize: 1 });

    expect(data.comments).toEqual([{ content: 'Sudah benar' }, { content: 'Mohon dicek' }]);
    expect(page.data.nextPageToken).toEqual(expect.any(String));
    expect(await refusalOf(comments.get({ fileId, commentId: gone, fields: '*' }))).toMatchObject({
      status: 404,
      reason: 'notFound',
    });
  });

  test('are refused to whoever names no fields, or no words', async () => {
    const { comments } = aSpreadsheet({ Data: [] }).clients.drive;

    expect(await refusalOf(comments.list({ fileId }))).toMatchObject({ reason: 'required' });
    expect(
      await refusalOf(comments.create({ fileId, fields: 'id', requestBody: {} })),
    ).toMatchObject({ status: 400 });
  });
});
