/** The shape of a view, read from its Zod schema or from sample data: which names there are, and where lists are. */
import { z } from 'zod';

export type Shape =
  | { readonly kind: 'group'; readonly fields: ReadonlyMap<string, Shape> }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'value' }
  /** Nothing to print: sentences hang on it. */
  | { readonly kind: 'yes or no' }
  /** Cannot be known: every name below it is let through. */
  | { readonly kind: 'anything' };

const valueShape: Shape = { kind: 'value' };
const anyShape: Shape = { kind: 'anything' };

export const shapeOfSchema = (schema: z.core.$ZodType): Shape => shapeOf(schema, 0);

const shapeOf = (schema: z.core.$ZodType, depth: number): Shape => {
  if (depth > 40) return anyShape;
  const below = (inner: z.core.$ZodType): Shape => shapeOf(inner, depth + 1);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>);
    return { kind: 'group', fields: new Map(fields.map(([name, field]) => [name, below(field)])) };
  }
  if (schema instanceof z.ZodArray) return { kind: 'list', item: below(schema.element) };
  if (schema instanceof z.ZodTuple) {
    return { kind: 'list', item: merged(schema.def.items.map(below)) };
  }
  if (schema instanceof z.ZodRecord) return anyShape;
  if (schema instanceof z.ZodUnion) return merged(schema.def.options.map(below));
  if (schema instanceof z.ZodIntersection) {
    return merged([below(schema.def.left), below(schema.def.right)]);
  }
  if (schema instanceof z.ZodLazy) return below(schema.def.getter());
  if (schema instanceof z.ZodPipe) return below(schema.def.out);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodNonOptional
  ) {
    return below(schema.def.innerType as z.core.$ZodType);
  }
  if (
    schema instanceof z.ZodAny ||
    schema instanceof z.ZodUnknown ||
    schema instanceof z.ZodCustom ||
    schema instanceof z.ZodTransform
  ) {
    return anyShape;
  }
  if (schema instanceof z.ZodBoolean) return { kind: 'yes or no' };
  return valueShape;
};

/** The shape of data that comes without a schema. */
export const shapeOfData = (data: unknown): Shape => {
  if (data === undefined || data === null) return anyShape;
  if (data instanceof Uint8Array) return valueShape;
  if (Array.isArray(data)) {
    return { kind: 'list', item: data.length === 0 ? anyShape : merged(data.map(shapeOfData)) };
  }
  if (typeof data !== 'object') return valueShape;
  const fields = Object.entries(data).map(([name, value]) => [name, shapeOfData(value)] as const);
  return { kind: 'group', fields: new Map(fields) };
};

/** What may be either: a name is known when one of them has it. */
const merged = (shapes: readonly Shape[]): Shape => {
  const groups = shapes.filter((shape) => shape.kind === 'group');
  const lists = shapes.filter((shape) => shape.kind === 'list');
  if (shapes.length === 0 || shapes.some(({ kind }) => kind === 'anything')) return anyShape;
  if (groups.length > 0) {
    const fields = new Map<string, Shape>();
    for (const { fields: more } of groups) {
      for (const [name, shape] of more) {
        const known = fields.get(name);
        fields.set(name, known === undefined ? shape : merged([known, shape]));
      }
    }
    return { kind: 'group', fields };
  }
  if (lists.length > 0) return { kind: 'list', item: merged(lists.map(({ item }) => item)) };
  return valueShape;
};
