/** The forms that a desk on Google has; that of requests is the first that people are told of. */
import { afterEventDesign } from './after-event-design.ts';
import { complaintDesign } from './complaint-design.ts';
import type { FormDesign } from './form-design.ts';
import { requestDesign } from './request-design.ts';

export const formDesigns: readonly FormDesign[] = [
  requestDesign,
  afterEventDesign,
  complaintDesign,
];
