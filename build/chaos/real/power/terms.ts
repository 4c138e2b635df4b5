/** How what was not synced was lost. */
export const faults = [
  'cut-in-order',
  'sectors-torn',
  'writes-reordered',
  'old-index-beside',
  'at-the-making',
  'at-a-commit',
  'at-a-checkpoint',
  'at-the-end',
] as const;
export type PowerFault = (typeof faults)[number];

export const promises = {
  opens: 'what a power cut leaves of a journal that was made always opens',
  recorded: 'every event called recorded before the power went is there',
  second: 'of samples called written at most the last second is gone',
  prefix: 'what is there is the beginning of what was handed over, in order and unchanged',
  checkpoint: 'the checkpoint is that of the last entry there, and runs left open are found',
  chain: 'its chain finds what is there as it was written, whole or cut short',
  sound: 'SQLite finds nothing wrong with the file',
  'goes-on': 'the next console goes on with the record and loses nothing of it',
} as const;
export type Promised = keyof typeof promises;
