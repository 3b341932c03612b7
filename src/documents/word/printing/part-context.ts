/** What compiling a part needs at every turn, and how a tag's expression is compiled in it. */

import type { Relationship } from '../../../office-package/relationships.ts';
import type { FaultList } from '../faults/faults.ts';
import type { XmlElement } from '../file/xml.ts';
import type { TagRoom } from '../finding/tag-room.ts';
import { type Expression, TagFault } from '../language/expression.ts';
import type { Tag } from '../language/tags.ts';
import type { Frame, NameUse, Purpose, Scope } from '../values/scope.ts';
import { compileExpression, type Evaluate, type NoteName } from './evaluate.ts';
import type { ListRestarts } from './list-restarts.ts';

export type Print = (frame: Frame) => string;

/** A part that can be printed; a fixed one comes out the same every time. */
export interface CompiledPart {
  readonly name: string;
  readonly isFixed: boolean;
  readonly print: Print;
}

/** What printing a part needs to know while it is compiled. */
export interface PartContext {
  readonly part: string;
  readonly label: string;
  readonly scope: Scope;
  readonly inLoop: boolean;
  readonly faults: FaultList;
  readonly room: TagRoom;
  readonly uses: NameUse[];
  readonly relationships: readonly Relationship[];
  /** Another part of the template, such as the chart that a drawing shows. */
  readonly xml: (part: string) => XmlElement | undefined;
  /** Charts go out as drawn pictures, for viewers without charts. */
  readonly chartsAsPictures: boolean;
  /** The lists that begin anew at the turns of this part's loops. */
  readonly restarts: ListRestarts;
  /** Those of them that the loops around this place begin anew. */
  readonly restarting: ReadonlySet<string>;
  /** Every tag that was made into something that prints. */
  readonly reached: Set<Tag>;
  /** Prints an element in a way of its own; undefined leaves it to the ordinary one. */
  readonly special: (element: XmlElement, context: PartContext) => Print | undefined;
}

/** Compiles one expression of a tag, noting its names with the tag's place. */
export const compileTagExpression = (
  expression: Expression,
  {
    tag,
    purpose,
    context,
  }: { tag: Pick<Tag, 'place' | 'near'>; purpose: Purpose; context: PartContext },
): Evaluate => {
  const note: NoteName = (use) => {
    context.uses.push({ ...use, place: tag.place, near: tag.near });
  };
  try {
    return compileExpression(expression, { scope: context.scope, purpose, note });
  } catch (error) {
    if (!(error instanceof TagFault)) throw error;
    context.faults.add({ place: tag.place, message: error.message, near: tag.near });
    return () => undefined;
  }
};
