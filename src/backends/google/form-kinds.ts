/** What the forms of a desk are for, as people who set it up call them. */
export const formKinds = ['request', 'after-event', 'complaint'] as const;
export type FormKind = (typeof formKinds)[number];

/** Under which setting of the group "google" an office names a form of its own. */
export const formSettings = {
  request: 'form',
  'after-event': 'afterEventForm',
  complaint: 'complaintForm',
} as const satisfies Readonly<Record<FormKind, string>>;
