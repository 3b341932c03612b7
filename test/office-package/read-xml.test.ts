import { describe, expect, test } from 'vitest';
import { parseXml, writeXml } from '../../src/documents/word/file/xml.ts';

const again = (xml: string): string => writeXml(parseXml(Buffer.from(xml)));

describe('a part that is written anew', () => {
  test.each([
    ['names, attributes and text', '<w:p a="1" b="ë">satu<w:br/>dua é</w:p>'],
    ['signs of XML', '<a b="&amp;&lt;&quot;">&amp;&lt;&gt;</a>'],
    ['line ends in attributes', '<a b="x&#10;y&#9;z"/>'],
  ])('comes out as it was: %s', (_, xml) => {
    expect(again(xml)).toBe(xml);
  });

  test.each([
    [
      'CDATA, comments and instructions',
      '<a><![CDATA[<b>]]>c<!-- d --><?e f?></a>',
      '<a>&lt;b&gt;c</a>',
    ],
    ['line ends of Windows', '<a b="c\r\nd">e\r\nf\rg</a>', '<a b="c d">e\nf\ng</a>'],
    ['references by number', '<a>&#233;&#x1F600;</a>', '<a>é😀</a>'],
    ['a declaration before it', '\uFEFF<?xml version="1.0"?>\n<a/>\n', '<a/>'],
  ])('is read as XML means it: %s', (_, xml, meant) => {
    expect(again(xml)).toBe(meant);
  });

  test('is understood in UTF-16 too', () => {
    const bytes = Buffer.from('\uFEFF<a b="é">日本</a>', 'utf16le');

    expect(writeXml(parseXml(bytes))).toBe('<a b="é">日本</a>');
  });

  test.each([
    ['nothing', ''],
    ['text beside the root', '<a/>b'],
    ['two roots', '<a/><b/>'],
    ['a tag that is not closed', '<a><b></a>'],
    ['a tag that breaks off', '<a><b'],
    ['a closing tag with more in it', '<a></a b="c">'],
    ['an attribute without quotes', '<a b=c/>'],
    ['an attribute without a value', '<a b/>'],
    ['attributes that touch', '<a b="1"c="2"/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a tag inside an attribute', '<a b="<c>"/>'],
    ['a name that begins with a figure', '<1a/>'],
    ['a reference to nothing', '<a>&nbsp;</a>'],
    ['a lone ampersand', '<a>b & c</a>'],
    ['a sign that no XML can carry', '<a>\u0001</a>'],
    ['a reference to such a sign', '<a b="&#0;"/>'],
    ['the end of a CDATA section without its begin', '<a>b ]]> c</a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
  ])('is refused with %s', (_, xml) => {
    expect(() => again(xml)).toThrow('malformed');
  });
});
