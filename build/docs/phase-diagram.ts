/** The page on the phases of a run, generated from the table of phases. Pure. */
import { type Phase, phases } from '../../electron/domain/phase.ts';
import { confirmedBy, type PhasePlan, phasePlans } from '../../electron/protocol/phase-plan.ts';
import { preheatSettleMs, settleMs, startBelowCelsius } from '../../electron/protocol/start-rules.ts';
import {
  type Guard,
  type Transition,
  type Trigger,
  transitions,
} from '../../electron/protocol/transitions.ts';
import { dryAfterSeconds } from '../../electron/protocol/volumes.ts';

const triggerWords: Readonly<Record<Trigger, string>> = {
  advance: 'confirmed',
  'start-treatment': 'started',
  'start-treatment-early': 'started early',
  'end-treatment': 'ended',
  'end-treatment-early': 'ended early',
  'leave-retained': 'gone on, fluid not recovered',
  'skip-rinses': 'rinses skipped',
  'drain-now': 'DRAIN NOW',
  'end-run': 'run ended',
  'volume-reached': 'volume reached',
};

const confirmerWords: Readonly<Record<(typeof confirmedBy)[Trigger], string>> = {
  person: 'a person',
  reason: 'a person, with a reason',
  clinician: 'a named clinician, with a reason',
  itself: 'nobody: by itself',
};

const retained = `nothing for ${dryAfterSeconds} s, or flow unknown, with more than a tenth of the fill, 8 to 500 mL, left by count`;

const guardWords: Readonly<Record<Guard, string>> = {
  none: '',
  filled: 'circulation, planned volume in',
  'single-instillation': 'single instillation',
  'self-test-passed': 'self-test passed',
  circulating: 'at least half the set flow, in the mode of the phase',
  'inflow-settled': `inflow in band for ${preheatSettleMs / 1000} s, volume in the cavity known`,
  'may-start': `control temperature in band for ${settleMs / 1000} s, lowest cavity probe at most ${startBelowCelsius} °C below target`,
  'control-temperature-known': 'control temperature known',
  'minutes-complete': 'planned minutes in band or of dwell, or planned minutes elapsed',
  'named-reason': '',
  'fluid-in-cavity': 'fluid in the cavity',
  'drained-rinses-left': 'drained, rinses left',
  'drained-no-rinse-left': 'drained, no rinse left',
  'retained-rinses-left': `${retained}, rinses left`,
  'retained-no-rinse-left': `${retained}, no rinse left`,
  'rinses-to-skip': `drained, or ${retained}; rinses left`,
  'rinse-to-skip': 'nothing pumped yet',
};

/** The few words a guard has in the diagram; the table has all of them. */
const shortGuardWords: Readonly<Partial<Record<Guard, string>>> = {
  circulating: 'flowing',
  'may-start': 'settled',
  'inflow-settled': 'inflow settled',
  'minutes-complete': 'minutes complete',
  'rinses-to-skip': 'drained or not recovered, rinses left',
};

const heatWords: Readonly<Record<PhasePlan['heat'], string>> = {
  off: 'off',
  inflow: 'inflow held at target',
  control: 'control temperature held at target',
};

const flowWords: Readonly<Record<PhasePlan['flow'], string>> = {
  set: 'set flow',
  fill: 'fill flow',
  drain: 'drain flow',
  none: 'off',
};

/** Ways that would hide the rest if they were drawn: out of every phase, or out of every drain. */
const undrawn: readonly Trigger[] = ['end-run', 'leave-retained'];
const isDrawn = ({ on }: Transition): boolean => !undrawn.includes(on);

const idOf = (phase: Phase): string => phase.replaceAll('-', '_');

/** A mermaid state diagram of all transitions but those that lead out of everywhere. */
export function phaseDiagram(): string {
  const edges = transitions.filter(isDrawn).map(({ from, on, guard, to }) => {
    const condition = shortGuardWords[guard] ?? guardWords[guard];
    return `  ${idOf(from)} --> ${idOf(to)}: ${triggerWords[on]}${condition === '' ? '' : ` [${condition}]`}`;
  });
  return [
    'stateDiagram-v2',
    ...phases.map((phase) => `  state "${phase}" as ${idOf(phase)}`),
    `  [*] --> ${idOf('self-test')}`,
    ...edges,
    `  ${idOf('complete')} --> [*]`,
  ].join('\n');
}

/** What the rig is told, and how long the phase may take. */
function phaseRow(phase: Phase): string {
  const { only, mode, flow, heat, volume, limit } = phasePlans[phase];
  const ends = volume === null ? '–' : `planned ${volume} volume`;
  const cells = [phase, only ?? 'both', mode, flowWords[flow], heatWords[heat], ends, limitWords(limit)];
  return `| ${cells.join(' | ')} |`;
}

function limitWords(limit: PhasePlan['limit']): string {
  if (limit === null) return '–';
  const after = limit.after === 'entry' ? '' : ' beyond the planned minutes';
  return `${limit.minutes} min${after}: \`${limit.alarm}\``;
}

/** One way in or out: what asks for it, what has to hold, who confirms. */
const wayRow = ({ from, on, guard, to }: Transition): string =>
  `| ${[from, to, triggerWords[on], guardWords[guard] || '–', confirmerWords[confirmedBy[on]]].join(' | ')} |`;

/** `docs/phases.md`, whole. */
export function phasesPage(): string {
  const endable = transitions.filter(({ on }) => on === 'end-run').map(({ from }) => from);
  return `# The phases of a run

Written by \`node build/docs/main.ts\` from the table of phases, \`electron/protocol/phase-plan.ts\`, which the program runs
by; a test fails when this page no longer says what the table says. Change that, not this page.

\`\`\`mermaid
${phaseDiagram()}
\`\`\`

Not drawn: a person may end the run, with a reason, from
${endable.join(', ')}; and go on from a drain that gives
nothing although more than a tenth of the fill, 8 to 500 mL, is left by count, with a reason.

## What the rig is told

| phase | mode of treatment | circuit mode | pump | heater | ends by itself at | time limit and its alarm |
|---|---|---|---|---|---|---|
${phases.map(phaseRow).join('\n')}

- The self-test needs no fluid. The machine test pumps and heats in bypass while it tries pump, heater and watchdog, and
  rests once they have passed; one that has failed is repeated where it stands.
- A fill that is in, and a rinse that is to begin, wait with the pump at rest: for somebody who has seen that the outflow is
  open, and for somebody who has seen that fresh fluid is connected.
- What people record as gone in or come out by hand is in the count; what goes out starts no pump again.
- HEAT OFF, PAUSE FLOW and STOP RUN change what is asked of the rig, never the phase; so do alarms and interlocks.
- The set flow may be changed while fluid circulates, within what presets and rig allow.
- A rinse, like every flow to the patient after standstill, begins through bypass until the inflow is known to be cool.
- A fill counts what is in the cavity already, so that the plan is not exceeded; where nobody knows what is in, nothing is
  filled or rinsed, and a drain ends when nothing comes, or by a person, never by count.
- A run taken up again by a console that was started anew waits for a person, heater off; fill, prime, rinse and machine
  test with the pump off as well.
- A time limit raises its alarm and changes nothing else.
- In a dwell fluid stands in the cavity, which nothing can heat: time in band is not judged, and the treatment is its
  minutes of dwell.

## From phase to phase

Conditions to enter a phase are those of the ways that lead to it. There is no other way.

| from | to | when | if | confirmed by |
|---|---|---|---|---|
${transitions
  .filter(({ on }) => on !== 'end-run')
  .map(wayRow)
  .join('\n')}
| any but complete | complete | ${triggerWords['end-run']} | – | ${confirmerWords.reason} |
`;
}
