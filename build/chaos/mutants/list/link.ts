import type { Mutant } from '../mutant.ts';

const link = 'native-bridge/rig/link.ts';
const client = 'native-bridge/rig/client.ts';
const line = 'native-bridge/rig/line.ts';
const unit = ['native-bridge/rig/link.test.ts', 'native-bridge/rig/client.test.ts'];
const mutant = (name: string, file: string, find: string, replace: string): Mutant => ({
  part: 'link',
  name,
  file,
  find,
  replace,
  tests: unit,
});

export const linkMutants: readonly Mutant[] = [
  mutant(
    'the first exchange of a connection writes',
    link,
    'const write = lostBefore || this.#readFirst ? null : intent;',
    'const write = lostBefore ? null : intent;',
  ),
  mutant(
    'a lost link goes on writing',
    link,
    'const write = lostBefore || this.#readFirst ? null : intent;',
    'const write = this.#readFirst ? null : intent;',
  ),
  mutant(
    'what was not sent is called written',
    link,
    'const written = sent ? write : null;',
    'const written = intent;',
  ),
  mutant(
    'a link is never lost',
    link,
    "if (ageMs > linkLostAfterMs) return 'lost';",
    "if (ageMs > 1e9) return 'lost';",
  ),
  mutant('a silent port is kept', link, '      if (sent) this.#reconnectIfSilent(result.detail);\n', ''),
  mutant(
    'a restart of the rig goes unnoticed',
    link,
    'return uptimeWentBack(before, uptimeMs);',
    'return false;',
  ),
  mutant(
    'it gives up connecting after the first try',
    link,
    '      this.#connectAfter(this.#retryMs);\n',
    '',
  ),
  mutant(
    'a reply with another heartbeat is taken',
    client,
    "      if (heartbeat !== null && heartbeatEcho !== heartbeat) return 'stale-echo';\n",
    '',
  ),
  mutant(
    'the heartbeat stands still',
    client,
    '    if (!hold) this.#heartbeat = (this.#heartbeat + 1) & 0xffff;\n',
    '',
  ),
  mutant(
    'the self-test does not withhold the heartbeat',
    client,
    '    if (!hold) this.#heartbeat = (this.#heartbeat + 1) & 0xffff;\n',
    '    this.#heartbeat = (this.#heartbeat + 1) & 0xffff;\n',
  ),
  mutant(
    'a reply has all the time in the world',
    line,
    '      this.#expire();\n',
    '      this.#looked = false;\n',
  ),
  mutant(
    'after a time-out the next request does not wait for quiet',
    line,
    '    this.#unquiet = true;\n    this.#lastNoiseMs = this.#clock.monotonicMs();\n',
    '    this.#lastNoiseMs = this.#clock.monotonicMs();\n',
  ),
];
