/** The keys that drawings carry: `{{gambar logo}}`, `{{grafik permohonan}}`. */
import { descendants, plainTextOf, type XmlElement } from '../file/xml.ts';
import { type Expression, parseExpression, TagFault } from '../language/expression.ts';
import type { PartContext } from './part-context.ts';

export interface Key {
  readonly kind: 'gambar' | 'grafik';
  readonly subject: Expression;
  readonly written: string;
}

export const keyOf = (properties: XmlElement, context: PartContext): Key | undefined =>
  firstKey(
    ['descr', 'title'].map((name) => properties.attributes.get(name) ?? ''),
    context,
  );

/** A series named `{{grafik permohonan}}` is a key too: LibreOffice keeps it, and drops the other. */
export const keyInChart = (
  chart: XmlElement | undefined,
  context: PartContext,
): Key | undefined => {
  const part = partOfChart(chart, context);
  const root = part === undefined ? undefined : context.xml(part);
  if (root === undefined) return undefined;
  const names = [...descendants(root, 'c:tx')].filter(({ parent }) => parent?.name === 'c:ser');
  const texts = names.flatMap((name) => [...descendants(name, 'c:v')].map(plainTextOf));
  const key = firstKey(texts, context);
  return key?.kind === 'grafik' ? key : undefined;
};

export const partOfChart = (
  chart: XmlElement | undefined,
  context: PartContext,
): string | undefined =>
  context.relationships.find(({ id }) => id === chart?.attributes.get('r:id'))?.target;

const firstKey = (texts: readonly string[], context: PartContext): Key | undefined => {
  for (const text of texts.map((one) => one.trim())) {
    const found = /^\{\{\s*(gambar|grafik)\b([\s\S]*)\}\}$/i.exec(text);
    if (found === null) continue;
    const kind = found[1]?.toLowerCase() === 'grafik' ? 'grafik' : 'gambar';
    const subject = subjectOf(found[2]?.trim() ?? '', { kind, text, context });
    return { kind, subject, written: text };
  }
  return undefined;
};

const subjectOf = (
  body: string,
  { kind, text, context }: { kind: string; text: string; context: PartContext },
): Expression => {
  try {
    const subject = parseExpression(body);
    if (subject.kind === 'path') return subject;
  } catch (error) {
    if (!(error instanceof TagFault)) throw error;
  }
  context.faults.add({
    place: context.label,
    message: `Teks alternatif "${text}" harus menyebut satu nama data, misalnya {{${kind} logo}}.`,
  });
  return { kind: 'literal', value: undefined };
};
