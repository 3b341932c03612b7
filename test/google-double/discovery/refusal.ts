import { type ApiError, unreadable } from '../api-error.ts';
import type { Fault } from './value-check.ts';

type Violation = { readonly field?: string; readonly description: string };

/**
 * Google's refusal of a body that it cannot read, with every fault named.
 *
 * Source: recorded (`Invalid value at 'data.values' …`); paths are told in snake case, from the body's own name on.
 */
export function unreadableBody(faults: readonly Fault[], body: string | undefined): ApiError {
  return refusalOf(
    faults.map((fault) => {
      const field = snakeCase([body, fault.path].filter(Boolean).join('.'));
      const at = field === '' ? '' : ` at '${field}'`;
      const description =
        fault.kind === 'unknown name'
          ? `Invalid JSON payload received. Unknown name "${fault.name}"${at}: Cannot find field.`
          : `Invalid value${at} (${fault.type}), ${shown(fault.value)}`;
      return { ...(field !== '' && { field }), description };
    }),
  );
}

export function unreadableQuery(
  faults: readonly { readonly name: string; readonly type?: string; readonly value: string }[],
): ApiError {
  return refusalOf(
    faults.map(({ name, type, value }) =>
      type === undefined
        ? {
            description: `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
          }
        : {
            field: snakeCase(name),
            description: `Invalid value at '${snakeCase(name)}' (${type}), ${shown(value)}`,
          },
    ),
  );
}

const refusalOf = (fieldViolations: readonly Violation[]): ApiError =>
  unreadable(fieldViolations.map((each) => each.description).join('\n'), fieldViolations);

const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 80);
