import type { RequestName } from '../../../../electron/contract/channel-names.ts';

const interventions = ['heat-off', 'pause-flow', 'stop-run', 'drain-now'];
const requests = ['off', 'circulate-unheated', 'drain', 'end-drain', 'clear-interlocks'];

const nothing: readonly string[] = [
  'load',
  'newCase',
  'restart',
  'signOut',
  'touch',
  'worklist',
  'site',
  'deliveries',
];
const texts: readonly string[] = [
  'form',
  'answerCheck',
  'recall',
  'wristband',
  'changeSite',
  'signSite',
  'firstAccount',
  'addPerson',
  'changePerson',
  'setPin',
  'signIn',
  'takeChair',
  'dipCheck',
  'deliverAgain',
  'deliverToStick',
];

/**
 * Whether a harmed message is none of the contract, told without its schemas. The four interventions, what is asked of a
 * machine outside a run, and what becomes of a lost run are taken whatever else the message holds (electron/contract/README.md).
 */
export function isNone(name: RequestName, payloads: readonly unknown[]): boolean {
  if (payloads.length !== 1) return true;
  const [payload] = payloads;
  if (nothing.includes(name)) return payload !== null;
  // Another text, or another value of a site, is as right as the one before.
  if (texts.includes(name)) return false;
  if (name === 'rescue') return !requests.includes(textAt(payload, 'request'));
  // What becomes of a lost run is never refused here for what stands beside it.
  if (name === 'recover') return !['take-up', 'drain', 'end'].includes(textAt(payload, 'choice'));
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
