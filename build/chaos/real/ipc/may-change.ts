import type { OperatorActionType } from '../../../../electron/domain/action.ts';
import type { Facet, Facets } from './facets.ts';
import type { Message } from './messages.ts';

/** What a message may change if it is taken; written down from the operator's guide and docs/architecture.md. */
const going: readonly Facet[] = [
  'phase',
  'heatHeld',
  'flowHeld',
  'stopped',
  'plan',
  'volumes',
  'additions',
  'core',
  'alarms',
  'sound',
  'events',
];
const kept: readonly Facet[] = ['events', 'alarms', 'sound'];
const over: readonly Facet[] = [...going, 'stage', 'authority', 'ending', 'decision', 'clear'];

const byAction: Readonly<Record<OperatorActionType, readonly Facet[]>> = {
  'heat-off': [...kept, 'heatHeld'],
  'pause-flow': [...kept, 'heatHeld', 'flowHeld', 'plan'],
  'stop-run': [...kept, 'heatHeld', 'flowHeld', 'stopped', 'plan'],
  // In treatment it ends the treatment early.
  'drain-now': [...going, 'ending'],
  advance: over,
  'start-treatment': going,
  'leave-retained': over,
  'skip-rinses': going,
  'leave-bypass': [...kept, 'plan', 'heatHeld'],
  'lift-core-hold': [...kept, 'core'],
  'change-flow': [...kept, 'setFlow'],
  'confirm-return': [...kept, 'plan'],
  'confirm-fresh-fluid': [...kept, 'plan'],
  'record-fluid': [...kept, 'volumes'],
  // It also ends a diversion that a heater fault began.
  'resume-heat': [...kept, 'heatHeld', 'plan'],
  'resume-flow': [...kept, 'flowHeld', 'stopped', 'plan'],
  'circulate-unheated': [...kept, 'flowHeld', 'stopped', 'phase', 'plan'],
  'take-command': [...kept, 'decision', 'authority', 'heatHeld', 'flowHeld', 'plan'],
  'clear-interlocks': [...kept, 'clear'],
  'end-treatment': [...going, 'ending'],
  'extend-until-in-band': [...kept, 'plan'],
  'extend-by': [...kept, 'plan'],
  'control-by-outflow': [...kept, 'plan', 'heatHeld'],
  'go-on-without-cavity': [...kept, 'plan'],
  'ignore-probe': [...kept, 'plan'],
  'change-target': [...kept, 'plan'],
  'end-run': over,
  acknowledge: kept,
  'pause-audio': kept,
  'resume-audio': kept,
  'change-alarm-limit': [...kept, 'limits'],
  'record-drug': [...kept, 'additions', 'volumes'],
  'addition-not-given': [...kept, 'additions'],
  'record-reading': [...kept, 'core', 'volumes'],
  'record-vital': [...kept, 'vitals'],
  'record-carrier': [...kept, 'carrier'],
  // Prime may be left with it; it does not leave it.
  'time-out': [...kept, 'timeOut'],
  'record-note': kept,
};

/** Everything that comes and goes with a run. */
const aRun: readonly Facet[] = [
  ...over,
  'vitals',
  'carrier',
  'timeOut',
  'runId',
  'setFlow',
  'limits',
  'recovery',
  'rescue',
  'fluid',
];

const interventions: ReadonlySet<OperatorActionType> = new Set([
  'heat-off',
  'pause-flow',
  'stop-run',
  'drain-now',
]);
/** An intervention pressed once the rig answers again is itself the decision that is waited for (operator's guide). */
const decides: readonly Facet[] = ['decision', 'authority', 'plan', 'heatHeld'];

export function mayChange({ name, request }: Message, before: Facets): readonly Facet[] {
  switch (name) {
    case 'act': {
      const type = typeOf(request);
      const waits = before.decision !== 'null' && before.decision !== '"none"';
      return [...byAction[type], ...(waits && interventions.has(type) ? decides : [])];
    }
    case 'start':
    case 'newCase':
    case 'recover':
      return aRun;
    case 'rescue':
      return ['rescue', 'authority', 'alarms', 'sound'];
    case 'fluid':
      return ['fluid'];
    case 'savePreset':
      return ['presets'];
    case 'painted':
    case 'language':
    case 'audio':
      return [name];
    case 'release':
    case 'signIn':
    case 'signOut':
    case 'touch':
    case 'takeChair':
    case 'firstAccount':
    case 'addPerson':
    case 'changePerson':
    case 'setPin':
    case 'form':
    case 'answerCheck':
    case 'dipCheck':
    case 'recall':
    case 'worklist':
    case 'wristband':
    case 'site':
    case 'changeSite':
    case 'signSite':
    case 'review':
    case 'say':
    case 'deliveries':
    case 'deliverAgain':
    case 'deliverToStick':
    case 'load':
    case 'ports':
    case 'choosePort':
    case 'restart':
      return [];
  }
}

const typeOf = (request: unknown): OperatorActionType =>
  (request as { action: { type: OperatorActionType } }).action.type;

/** What no message at all may do, whoever sends it; `null`: none of it was done. */
export function forbidden(message: Message, before: Facets, after: Facets): string | null {
  const type = message.name === 'act' ? typeOf(message.request) : null;
  const lifted = (facet: 'heatHeld' | 'flowHeld'): boolean =>
    before[facet] !== 'null' && after[facet] === 'null';
  const sameRun = before.runId !== '' && before.runId === after.runId;
  if (after.restarts !== before.restarts) return 'the console was started again without having given up';
  if (type !== null && ['heat-off', 'pause-flow', 'stop-run'].includes(type)) {
    if (lifted('heatHeld') || lifted('flowHeld')) return `${type} lifted a hold`;
    if (before.stopped === 'true' && after.stopped === 'false') return `${type} ended a stop`;
  }
  if (sameRun && lifted('heatHeld') && before.phase === after.phase && !liftsHeat.has(type ?? ''))
    return `${type ?? message.name} lifted the hold of heat`;
  if (before.runId === '' && after.runId !== '' && before.stage !== 'setup')
    return 'a run began in another stage';
  if (before.runId !== '' && after.runId === '' && before.stage !== 'review')
    return 'a run was left that is not over';
  if (before.runId !== '' && before.runId !== after.runId && after.runId !== '')
    return 'a run took the place of another';
  if (message.name === 'rescue' && before.stage === 'run' && before.rescue !== after.rescue)
    return 'a rescue began in a run';
  return null;
}

const liftsHeat: ReadonlySet<string> = new Set(['resume-heat', 'advance', 'start-treatment', 'take-command']);
