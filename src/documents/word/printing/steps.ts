/** Loops and `with`: blocks that step into the data. */

import { TemplateDataError } from '../faults/faults.ts';
import { isTrue } from '../helpers/helpers.ts';
import type { BlockHead } from '../language/expression.ts';
import type { Tag } from '../language/tags.ts';
import { type Frame, itemStep, type Scope } from '../values/scope.ts';
import { dataPathOf } from './evaluate.ts';
import { compileTagExpression, type PartContext, type Print } from './part-context.ts';

/** What a block that steps into the data is made of; its body is compiled in the scope that it opens. */
interface SteppingBlock {
  readonly tag: Tag;
  readonly head: BlockHead;
  readonly context: PartContext;
  readonly bodyIn: (context: PartContext) => Print;
  readonly otherwise: Print;
}

const noLists: ReadonlySet<string> = new Set();

export const compileEach = ({ tag, head, context, bodyIn, otherwise }: SteppingBlock): Print => {
  const evaluate = compileTagExpression(head.subject, { tag, purpose: 'list', context });
  const path = dataPathOf(head.subject, context.scope);
  const restarts = context.restarts.get(tag) ?? noLists;
  const body = bodyIn({
    ...context,
    inLoop: true,
    restarting: new Set([...context.restarting, ...restarts]),
    scope: {
      kind: 'each',
      parent: context.scope,
      path: path === undefined ? undefined : [...path, itemStep],
      names: head.names,
    },
  });
  return (frame) => {
    const value = evaluate(frame);
    if (value === undefined || value === null || value === false || value === '')
      return otherwise(frame);
    if (typeof value !== 'object') {
      const message = `"${tag.source}" memerlukan daftar, tetapi datanya satu nilai saja.`;
      throw new TemplateDataError({ place: tag.place, message, near: tag.near });
    }
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    const count = items.length;
    if (count === 0) return otherwise(frame);
    const turn = frameBelow(frame);
    turn.count = count;
    let out = '';
    for (let index = 0; index < count; index += 1) {
      turn.value = items[index];
      turn.index = index;
      turn.key = keys?.[index];
      turn.state.beginLists(restarts);
      out += body(turn);
    }
    return out;
  };
};

export const compileWith = ({ tag, head, context, bodyIn, otherwise }: SteppingBlock): Print => {
  const evaluate = compileTagExpression(head.subject, { tag, purpose: 'group', context });
  const path = dataPathOf(head.subject, context.scope);
  const scope: Scope = { kind: 'with', parent: context.scope, path, names: head.names };
  const body = bodyIn({ ...context, scope });
  return (frame) => {
    const value = evaluate(frame);
    if (!isTrue(value)) return otherwise(frame);
    const inner = frameBelow(frame);
    inner.value = value;
    return body(inner);
  };
};

const frameBelow = (frame: Frame): Frame => ({
  value: undefined,
  index: 0,
  count: -1,
  key: undefined,
  parent: frame,
  root: frame.root,
  state: frame.state,
});
