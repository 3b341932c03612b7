import type { Discovery, Schema } from './document.ts';

/** What is wrong with a value, and where in it. */
export type Fault =
  | { readonly kind: 'unknown name'; readonly path: string; readonly name: string }
  | {
      readonly kind: 'wrong value';
      readonly path: string;
      readonly type: string;
      readonly value: unknown;
    };

/** Looks a value through; most have no fault, and then nothing is built. */
type Check = (value: unknown) => readonly Fault[];

/**
 * Where a value stands. In a query everything is text; in a request `null` means left out; an answer names nothing that
 * is not there.
 */
export type Place = 'query' | 'request' | 'answer';

export type Checks = { readonly message: (name: string) => Check };

const none: readonly Fault[] = [];

/** Makes the checks of an API's messages, each when it is first asked for. */
export function checksOf({ schemas }: Pick<Discovery, 'schemas'>, place: Place): Checks {
  const made = new Map<string, Check>();

  function message(name: string): Check {
    const present = made.get(name);
    if (present) return present;
    const check = checkOf(schemas[name] ?? {});
    made.set(name, check);
    return check;
  }

  function checkOf(schema: Schema): Check {
    const { $ref: name, items } = schema;
    if (name !== undefined) return (value) => message(name)(value);
    switch (schema.type) {
      case 'object':
        return objectCheck(schema);
      case 'array':
        return listCheck(schema, items ?? {});
      case undefined:
      case 'any':
        return accept;
      default:
        return (value) => (isScalar(schema, value, place) ? none : wrong(schema, value));
    }
  }

  function objectCheck({ properties = {}, additionalProperties: others }: Schema): Check {
    const known = new Map(Object.entries(properties));
    const fields = new Map<string, Check>();
    const checkOthers = others && checkOf(others);
    const fieldCheck = (name: string): Check | undefined => {
      const schema = known.get(name);
      if (!schema) return checkOthers;
      const check = fields.get(name) ?? checkOf(schema);
      fields.set(name, check);
      return check;
    };
    return (value) => {
      if (!isObject(value)) return wrong({ type: 'object' }, value);
      let faults = none;
      for (const [name, each] of Object.entries(value)) {
        if (each === undefined || (each === null && place === 'request')) continue;
        const check = fieldCheck(name);
        const found = check ? check(each) : [{ kind: 'unknown name', path: '', name } as const];
        if (found.length > 0) faults = [...faults, ...(check ? found.map(under(name)) : found)];
      }
      return faults;
    };
  }

  function listCheck(list: Schema, items: Schema): Check {
    const check = checkOf(items);
    return (value) => {
      // As recorded: one value in the place of a list is taken for an item of it, of the wrong type.
      if (!Array.isArray(value)) return wrong(check === accept ? list : items, value);
      if (check === accept) return none;
      let faults = none;
      value.forEach((each: unknown, index) => {
        const found = check(each);
        if (found.length > 0) faults = [...faults, ...found.map(under(`[${index}]`))];
      });
      return faults;
    };
  }

  return { message };
}

const accept: Check = () => none;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same fault seen from one level up: `values` under `[0]` is `[0].values`. */
const under =
  (step: string) =>
  (fault: Fault): Fault => ({
    ...fault,
    path:
      fault.path === '' || fault.path.startsWith('[') ? step + fault.path : `${step}.${fault.path}`,
  });

const wrong = (schema: Schema, value: unknown): readonly Fault[] => [
  { kind: 'wrong value', path: '', type: typeName(schema), value },
];

/** What Google calls a type in its refusals. */
export function typeName({ $ref, type, format, enum: names, items }: Schema): string {
  if ($ref !== undefined) return $ref;
  if (type === 'array')
    return items?.type === 'any' ? 'type.googleapis.com/google.protobuf.ListValue' : 'TYPE_LIST';
  if (type === 'object') return 'TYPE_MESSAGE';
  if (names) return 'TYPE_ENUM';
  if (type === 'boolean') return 'TYPE_BOOL';
  return `TYPE_${(format ?? type ?? 'any').toUpperCase().replace('-', '_')}`;
}

/** Whether this is a value of a type without parts. */
export function isScalar(schema: Schema, value: unknown, place: Place): boolean {
  const isQuery = place === 'query';
  switch (schema.type) {
    case 'boolean':
      return isQuery ? isText(value, /^(?:true|false)$/iu) : typeof value === 'boolean';
    case 'integer':
      return isInteger(isQuery ? Number(value) : value, schema.format);
    case 'number':
      return isQuery ? !Number.isNaN(Number(value)) : typeof value === 'number';
    default:
      return isString(schema, value, place);
  }
}

function isString({ format, enum: names }: Schema, value: unknown, place: Place): boolean {
  if (names) return typeof value === 'string' && names.includes(value);
  switch (format) {
    case 'int64':
    case 'uint64':
      return isText(value, /^-?\d+$/u) || (place === 'request' && Number.isInteger(value));
    case 'byte':
      return isText(value, /^[\w+/-]*={0,2}$/u);
    case 'date-time':
    case 'google-datetime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default:
      return typeof value === 'string';
  }
}

const isText = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value);

const isInteger = (value: unknown, format: string | undefined): boolean =>
  Number.isInteger(value) &&
  Number(value) <= (format === 'uint32' ? 0xffffffff : 0x7fffffff) &&
  Number(value) >= (format === 'uint32' ? 0 : -0x80000000);
