import type { Dispatch } from '../../../messages/way-out.ts';

/** Whether the head of a mail names the one address of its envelope, once, and nobody besides. */
export const isOnlyRecipient = ({ raw, envelope }: Pick<Dispatch, 'raw' | 'envelope'>): boolean => {
  const text = Buffer.from(raw).toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const fields = (end < 0 ? text : text.slice(0, end)).split(/\r\n(?![ \t])/);
  const named = fields.flatMap((field) => {
    const [, name = '', value = ''] = /^(to|cc|bcc):(.*)$/is.exec(field) ?? [];
    return name === '' ? [] : [{ name: name.toLowerCase(), value }];
  });
  const [only, ...others] = named;
  const address = /(?:^|<)([^<>\s]+)>?\s*$/.exec(only?.value.trim() ?? '')?.[1];
  return others.length === 0 && only?.name === 'to' && address === envelope.to[0];
};
