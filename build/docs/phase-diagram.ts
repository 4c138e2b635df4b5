/** The page on the phases of a run, drawn from the transition table and the plan of the phases. Pure. */
import { type Phase, phases } from '../../electron/domain/phase.ts';
import { preheatSettleMs, settleMs, startBelowCelsius } from '../../electron/protocol/guards.ts';
import { type PhasePlan, phasePlans } from '../../electron/protocol/phase-plan.ts';
import {
  type Guard,
  type Transition,
  type Trigger,
  transitions,
} from '../../electron/protocol/transitions.ts';

const triggerWords: Readonly<Record<Trigger, string>> = {
  advance: 'confirmed',
  'start-treatment': 'started',
  'start-treatment-early': 'started early',
  'end-treatment': 'ended',
  'end-treatment-early': 'ended early',
  'drain-now': 'DRAIN NOW',
  'end-run': 'run ended',
  'volume-reached': 'volume reached, by itself',
};

const guardWords: Readonly<Record<Guard, string>> = {
  none: '',
  'self-test-passed': 'self-test passed',
  circulating: 'circulating',
  'inflow-settled': `inflow in band for ${preheatSettleMs / 1000} s`,
  'may-start': `control temperature in band for ${settleMs / 1000} s, lowest cavity probe at most ${startBelowCelsius} °C below target`,
  'control-temperature-known': 'reason and named clinician, control temperature known',
  'minutes-complete': 'planned minutes in band, or planned minutes elapsed',
  'named-reason': 'with a reason',
  'fluid-in-cavity': 'fluid in the cavity',
  'drained-rinses-left': 'drained, rinses left',
  'drained-no-rinse-left': 'drained, no rinse left',
};

/** The few words a guard has in the diagram; the table has all of them. */
const shortGuardWords: Readonly<Partial<Record<Guard, string>>> = {
  'may-start': 'settled',
  'inflow-settled': 'inflow settled',
  'control-temperature-known': 'reason, clinician',
  'minutes-complete': 'minutes complete',
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
  none: 'none',
};

/** Where it leads, what asks for it and what has to hold. */
const exitWords = ({ on, guard, to }: Transition): string =>
  `**${to}**: ${[triggerWords[on], guardWords[guard]].filter((words) => words !== '').join(', ')}`;

/** A run may be ended from every phase but the last; drawn, that would hide the rest. */
const isDrawn = ({ on }: Transition): boolean => on !== 'end-run';

const idOf = (phase: Phase): string => phase.replaceAll('-', '_');

/** A mermaid state diagram of all transitions but the end of the run by a reason. */
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

function phaseRow(phase: Phase): string {
  const { mode, flow, heat, timeLimitMinutes } = phasePlans[phase];
  const exits = transitions.filter((row) => row.from === phase && isDrawn(row)).map(exitWords);
  const limit = timeLimitMinutes === null ? '–' : `${timeLimitMinutes} min`;
  const cells = [phase, mode, flowWords[flow], heatWords[heat], limit, exits.join('<br>') || '–'];
  return `| ${cells.join(' | ')} |`;
}

/** `docs/phases.md`, whole. */
export function phasesPage(): string {
  const endable = transitions.filter((row) => !isDrawn(row)).map(({ from }) => from);
  return `# The phases of a run

Drawn by \`node build/docs/main.ts\` from \`electron/protocol/transitions.ts\` and \`phase-plan.ts\`; a test fails when this
page no longer says what they say. Change them, not this page.

\`\`\`mermaid
${phaseDiagram()}
\`\`\`

Not drawn: a person may end the run, with a reason, from ${endable.join(', ')}. That leads to complete.
Only two transitions need no person: a filling or a rinse that has its volume. Nothing else moves by itself.

| phase | circuit mode | pump | heater | alarm after | exits |
|---|---|---|---|---|---|
${phases.map(phaseRow).join('\n')}

- The self-test pumps and heats in bypass while it tries pump, heater and watchdog.
- HEAT OFF, PAUSE FLOW and STOP RUN change what is asked of the rig, never the phase; so do alarms and interlocks.
- Treatment has no limit of its own: an alarm comes when it is 10 minutes beyond its plan.
`;
}
