/** What is sent, or by whom, that no screen of this console sends. */
export const faults = [
  'wrong-type',
  'no-number',
  'out-of-bounds',
  'too-long',
  'too-deep',
  'no-json',
  'hidden-key',
  'unknown-field',
  'missing-field',
  'lost-character',
  'not-the-message',
  'number-of-payloads',
  'another-sender',
  'unclonable',
  'wrong-time',
  'flood',
  'line-cut',
  'interlock',
  'rig-restart',
  'console-lost',
] as const;
export type IpcFault = (typeof faults)[number];

export const promises = {
  crash: 'no message makes anything throw that nobody catches, or waits for ever',
  ticks: 'the engine ticks on after every message as if it had not come',
  refused: 'what is no message of the contract is refused',
  words: 'every refusal says in words what is wrong',
  unchanged: 'a message that is refused changes nothing',
  own: 'a message changes only what its sender may change by it',
  name: 'what a person did is kept in that name and no other',
  reply: 'every reply is of the shape that the contract names',
} as const;
export type Promised = keyof typeof promises;
