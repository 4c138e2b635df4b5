import type { RequestName } from '../../../../electron/contract/channel-names.ts';
import type { Message } from './messages.ts';
import { ownPage, type Sender } from './senders.ts';

/** What is sent, and how. */
export interface Sending {
  readonly name: RequestName;
  readonly sender: Sender;
  readonly payloads: readonly unknown[];
  /** It is none of the contract. */
  readonly none: boolean;
  readonly message: Message | null;
}

/** As the screen sends what a person presses. */
export const asPerson = (name: RequestName, request: unknown): Sending => ({
  name,
  sender: ownPage,
  payloads: [JSON.parse(JSON.stringify(request))],
  none: false,
  message: { name, request },
});

export const isRefusal = (reply: unknown): boolean => {
  const said = (reply ?? {}) as Record<string, unknown>;
  return said.taken === false || said.ok === false;
};
