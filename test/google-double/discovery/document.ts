import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Api } from '../call.ts';

/** A type in a discovery document: of a field, a parameter or a whole message. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: 'any' | 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string';
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
};

export type Parameter = Schema & {
  readonly location: 'path' | 'query';
  readonly repeated?: boolean;
  readonly required?: boolean;
};

/** One method of an API. */
export type Method = {
  readonly id: string;
  readonly httpMethod: string;
  /** Under the service's path: `files/{fileId}`. */
  readonly flatPath?: string;
  readonly path: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
};

/** What Google publishes of an API, as far as we look at it. */
type Resource = {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
};

type Document = Resource & {
  readonly servicePath: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly schemas: Readonly<Record<string, Schema>>;
};

/** The document of one API, its methods by their id. */
export type Discovery = {
  readonly servicePath: string;
  /** Parameters that every method takes. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly methods: ReadonlyMap<string, Method>;
};

/** Where the documents lie beside the project, on machines that have them. */
export const discoveryFolder = fileURLToPath(
  new URL('../../../../shared/google/discovery/', import.meta.url),
);

const fileOf: Readonly<Partial<Record<Api, string>>> = {
  sheets: 'sheets.v4.json',
  drive: 'drive.v3.json',
  upload: 'drive.v3.json',
  forms: 'forms.v1.json',
  gmail: 'gmail.v1.json',
};

const read = new Map<string, Discovery | undefined>();

/** The document of an API, read once in a process; `undefined` where there is none at hand. */
export function discoveryOf(api: Api): Discovery | undefined {
  const file = fileOf[api];
  if (file === undefined) return undefined;
  if (!read.has(file)) read.set(file, readDiscovery(`${discoveryFolder}${file}`));
  return read.get(file);
}

function readDiscovery(path: string): Discovery | undefined {
  if (!existsSync(path)) return undefined;
  const document = JSON.parse(readFileSync(path, 'utf8')) as Document;
  const { servicePath, parameters, schemas } = document;
  const methods = new Map(methodsIn(document).map((method) => [method.id, method]));
  return { servicePath, parameters, schemas, methods };
}

const methodsIn = ({ methods = {}, resources = {} }: Resource): readonly Method[] => [
  ...Object.values(methods),
  ...Object.values(resources).flatMap(methodsIn),
];
