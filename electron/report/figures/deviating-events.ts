import type { RunEvent } from '../../domain/run-event.ts';

/** Whether an event by itself is a deviation: early starts and ends, decisions, refusals, holds, changes, failed checks. */
export function isDeviation(event: RunEvent): boolean {
  switch (event.type) {
    case 'heat-held':
    case 'flow-held':
    case 'link-lost':
    case 'rig-restarted':
    case 'interlock-latched':
    case 'console-fault':
    case 'record-gap':
    case 'entry-set-aside':
    case 'clock-stepped':
    case 'taken-up':
    case 'standstill':
    case 'unreadable':
    case 'flow-changed':
    case 'target-changed':
    case 'alarm-limit-changed':
      return true;
    case 'self-test':
      return !event.passed;
    case 'target-reach':
      return !event.reachable;
    case 'action':
      return event.refused !== null || event.breakGlass !== null || isOutsideThePlan(event);
    default:
      return false;
  }
}

function isOutsideThePlan({ action }: Extract<RunEvent, { type: 'action' }>): boolean {
  switch (action.type) {
    case 'start-treatment':
    case 'end-treatment':
      return action.early !== null;
    case 'extend-until-in-band':
    case 'extend-by':
    case 'go-on-without-cavity':
    case 'ignore-probe':
    case 'control-by-outflow':
    case 'end-run':
    case 'leave-retained':
    case 'skip-rinses':
    case 'leave-bypass':
    case 'lift-core-hold':
    case 'addition-not-given':
    case 'heat-off':
    case 'pause-flow':
    case 'stop-run':
    case 'drain-now':
      return true;
    default:
      return false;
  }
}

/** What ends that which an event begins; `null`: it has no length. */
export function endOf(event: RunEvent): ((later: RunEvent) => boolean) | null {
  switch (event.type) {
    case 'heat-held':
      return ({ type }) => type === 'heat-released';
    case 'flow-held':
      return ({ type }) => type === 'flow-released';
    case 'link-lost':
      return ({ type }) => type === 'link-restored';
    case 'interlock-latched':
      return (later) => later.type === 'interlock-cleared' && (later.bits & event.bits) !== 0;
    case 'target-reach':
      return (later) => later.type === 'target-reach' && later.reachable;
    default:
      return null;
  }
}
