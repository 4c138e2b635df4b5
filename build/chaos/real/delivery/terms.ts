/** What is broken, and what delivery is held to. */
export const terms = {
  faults: ['kill-while-starting', 'kill-at-work', 'receiver-error'],
  promises: {
    arrives: 'every document that was announced arrives',
    once: 'none comes twice unless the receiver asked for it, and none under two control ids',
    whole: 'whatever is seen in the folder is whole, byte for byte',
    known:
      'at the end the console knows of each that it has arrived, and of each message that it was accepted',
  },
} as const;
export type Fault = (typeof terms.faults)[number];
export type Promised = keyof typeof terms.promises;
