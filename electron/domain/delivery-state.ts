/**
 * How far a document has come on its way to a destination. `written`: it lies there whole; `accepted`: the receiver has
 * said so; `refused`: it goes no further until a person says so; `failed`: it is tried again by itself, or a person is needed.
 */
export const deliveryStates = ['waiting', 'written', 'accepted', 'refused', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const whyKinds = [
  'folder-missing',
  /** Of a stick: the folder is there, but on the disk of this console. */
  'no-stick',
  'read-only',
  'disk-full',
  'hangs',
  /** Spool and folder are on two volumes: no file could get its name in one step. */
  'other-volume',
  /** A file of that name lies there and is another one. */
  'other-file',
  'document-gone',
  'document-changed',
  /** AE: the receiver could not take it now. */
  'receiver-error',
  /** AR: the receiver will not take it. */
  'receiver-refused',
  'no-answer',
  /** Whatever else a file system says. */
  'disk',
] as const;
export type WhyKind = (typeof whyKinds)[number];

export interface Why {
  readonly kind: WhyKind;
  /** A path, a name, or the words of receiver or system; "": there are none. */
  readonly detail: string;
}
