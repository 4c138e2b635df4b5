/** Why an open run of another console's life cannot be taken up again. */
export const takeUpRefusalKinds = [
  'run-over',
  'machine-not-heard',
  'another-machine',
  'machine-restarted',
  'mode-does-not-fit',
  'gap-too-long',
  'record-does-not-tell',
] as const;
export type TakeUpRefusal = (typeof takeUpRefusalKinds)[number];

/** Why a choice about an open run was not carried out; what speaks against its parts follows. */
export const recoverRefusalKinds = [
  'run-open',
  'none-left-open',
  'console-failed',
  'not-taken-up',
  'not-drained',
  'taken-up-not-drained',
  'ended-not-drained',
] as const;
export type RecoverRefusal = (typeof recoverRefusalKinds)[number];
