import type { RequestName } from '../../../../electron/contract/channel-names.ts';

const interventions = ['heat-off', 'pause-flow', 'stop-run', 'drain-now'];
const requests = ['off', 'circulate-unheated', 'drain', 'end-drain', 'clear-interlocks'];

/**
 * Whether a harmed message is none of the contract, told without its schemas. The four interventions, what is asked of a
 * machine outside a run, and drain and end of a lost run are taken whatever else the message holds (electron/contract/README.md).
 */
export function isNone(name: RequestName, payloads: readonly unknown[]): boolean {
  if (payloads.length !== 1) return true;
  const [payload] = payloads;
  if (name === 'load' || name === 'newCase' || name === 'restart') return payload !== null;
  if (name === 'rescue') return !requests.includes(textAt(payload, 'request'));
  // Drain and end of a lost run are never refused for a name.
  if (name === 'recover' && ['drain', 'end'].includes(textAt(payload, 'choice'))) return false;
  return name !== 'act' || !interventions.includes(textAt(memberOf(payload, 'action'), 'type'));
}

const textAt = (value: unknown, key: string): string => {
  const member = memberOf(value, key);
  return typeof member === 'string' ? member : '';
};

function memberOf(value: unknown, key: string): unknown {
  try {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  } catch {
    return undefined;
  }
}
