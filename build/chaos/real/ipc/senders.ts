import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';

/** As Electron hands it over: who asks. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

export const ownPage: Sender = { senderFrame: { url: 'app://isotherm/index.html', parent: null } };

const others: readonly Sender[] = [
  { senderFrame: null },
  { senderFrame: { url: 'https://example.com/', parent: null } },
  { senderFrame: { url: 'app://isotherm/index.html', parent: {} } },
  { senderFrame: { url: 'app://print/1', parent: null } },
  { senderFrame: { url: 'app://isotherm.example.com/index.html', parent: null } },
  { senderFrame: { url: 'app:isotherm', parent: null } },
  { senderFrame: { url: 'file:///etc/passwd', parent: null } },
  { senderFrame: { url: 'https://isotherm/', parent: null } },
  { senderFrame: { url: 'about:blank', parent: null } },
  { senderFrame: { url: '', parent: null } },
  { senderFrame: { url: 'data:text/html,app://isotherm/', parent: null } },
  { senderFrame: { url: 'javascript:alert(1)', parent: null } },
];

export const anotherSender = (dice: Draw): Sender => dice.one(others);
