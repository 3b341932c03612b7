/** The same Word file in other bytes, as if a person had saved it again: its zip ends with a comment. */
export const savedAnew = (docx: Uint8Array): Buffer => {
  const ended = Buffer.from(docx);
  ended.writeUInt16LE(1, ended.length - 2);
  return Buffer.concat([ended, Buffer.from('.')]);
};
