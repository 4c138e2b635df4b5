import { measured } from '../../../../electron/domain/reading.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';
import type { ProtocolEvent } from '../../../../electron/protocol/step.ts';
import type { Engine } from './happened.ts';
import { asking, becoming, heating, isAction, type Mutant } from './mutate.ts';

const wantsHeat = ({ phase }: RunState): boolean => ['preheat', 'heat-up', 'treatment'].includes(phase);

/** Mistakes that a step of the reducer shows. */
export const mutants: readonly Mutant[] = [
  {
    mistake: 'heat goes on without flow',
    breaks: 'heat is never asked for without confirmed flow',
    engine: asking(({ pumpEnable }, state) => (pumpEnable && wantsHeat(state) ? heating : {})),
  },
  {
    mistake: 'heat is asked for while a lost link waits for a decision',
    breaks: 'heat is never asked for with the link down or before a person has decided',
    engine: asking((_, { decision }) => (decision === 'none' ? {} : heating)),
  },
  {
    mistake: 'heat goes on when the control temperature is lost',
    breaks: 'heat is never asked for without a known control temperature',
    engine: asking(({ pumpEnable }, { control, phase }) =>
      pumpEnable && phase === 'treatment' && control.celsius.value === null ? heating : {},
    ),
  },
  {
    mistake: 'heat goes on with an interlock latched',
    breaks: 'heat is never asked for while heat or flow is held or an interlock is latched',
    engine: asking(({ pumpEnable }, { interlockBits, phase }) =>
      pumpEnable && phase === 'treatment' && interlockBits !== 0 ? heating : {},
    ),
  },
  {
    mistake: 'a held heater comes back when the flow does',
    breaks: 'heat that anything has turned off comes back only after a person has pressed "resume heat"',
    engine: becoming((_, __, event) => (isAction(event, 'resume-flow') ? { heatHeld: null } : {})),
  },
  {
    mistake: 'heat held by an alarm is released as soon as the cavity is in band',
    breaks: 'a hold of heat is lifted by "resume heat" only',
    engine: becoming(({ heatHeld, settledSinceMs }) =>
      heatHeld === 'alarm' && settledSinceMs !== null ? { heatHeld: null } : {},
    ),
  },
  {
    mistake: 'PAUSE FLOW forgets the heater',
    breaks: 'the pump never stands with the heater asked on',
    engine: asking((_, { flowHeld, phase }) =>
      flowHeld === 'operator' && phase === 'treatment' ? heating : {},
    ),
  },
  {
    mistake: 'it heats while it drains',
    breaks: 'heat is asked for only in the phases that heat, with their valves and their flow',
    engine: asking(({ pumpEnable }, { phase }) => (pumpEnable && phase === 'drain' ? heating : {})),
  },
  {
    mistake: 'the set-point has no ceiling',
    breaks: 'the inflow set-point is never above 45.00 °C, and always at least 0.5 °C below the limit',
    engine: asking(({ inflowSetpointCelsius }) => ({ inflowSetpointCelsius: inflowSetpointCelsius + 0.8 })),
  },
  {
    mistake: 'HEAT OFF takes its time',
    breaks: 'HEAT OFF shows in the very next intent and leaves the flow alone',
    engine: becoming((_, { heatHeld }, event) => (isAction(event, 'heat-off') ? { heatHeld } : {})),
  },
  {
    mistake: 'STOP RUN leaves the pump on',
    breaks: 'STOP RUN and PAUSE FLOW show in the very next intent: heater and pump off',
    engine: becoming((_, { flowHeld }, event) => (isAction(event, 'stop-run') ? { flowHeld } : {})),
  },
  {
    mistake: 'STOP RUN closes the valves',
    breaks: 'STOP RUN leaves the valves as they are',
    engine: becoming((_, __, event) => (isAction(event, 'stop-run') ? { stoppedMode: 'standby' } : {})),
  },
  {
    mistake: 'an alarm turns the heater off, but not the pump',
    breaks: 'an automatic reaction shows in the very next intent',
    engine: becoming((_, { flowHeld }, event) => (event.type === 'reaction' ? { flowHeld } : {})),
  },
  {
    mistake: 'flow held by an interlock goes on when it is cleared',
    breaks: 'a flow that anything has stopped goes on only after a person has let it',
    engine: becoming(({ flowHeld, interlockBits }) =>
      flowHeld === 'interlock' && interlockBits === 0 ? { flowHeld: null } : {},
    ),
  },
  {
    mistake: 'it takes command again when the link is back',
    breaks: 'after a lost link or a restart nothing is written until a person has decided',
    engine: becoming((_, __, event) => (event.type === 'link-restored' ? { decision: 'none' } : {})),
  },
  {
    mistake: 'a run taken up goes on filling as if nothing had been',
    breaks: 'a run taken up in prime, machine test, fill or rinse begins with the pump off',
    engine: becoming((_, { decision, flowHeld }, event) =>
      decision === 'console-restarted' && isAction(event, 'take-command') ? { flowHeld, keep: null } : {},
    ),
  },
  {
    mistake: 'a cavity of unknown volume is filled',
    breaks: 'what may be full is not filled, and nothing is filled beyond its plan',
    engine: asking(({ pumpEnable }, { volumes }) =>
      pumpEnable && volumes.uncertaintyMl === null ? { mode: 'fill' } : {},
    ),
  },
  {
    mistake: 'a rinse pumps as it begins',
    breaks: 'a rinse pumps nothing before somebody has seen fresh fluid',
    engine: becoming(({ phase }) => (phase === 'rinse' ? { freshFluid: true } : {})),
  },
  {
    mistake: 'resumed flow goes straight to the patient',
    breaks:
      'after standstill fluid goes to the patient only once bypass has flushed what stood in the exchanger',
    engine: becoming(() => ({ restart: null })),
  },
  {
    mistake: 'it drains when the minutes are complete',
    breaks: 'what was treated never drains by itself',
    engine: becoming(({ phase, clocks, preset }) =>
      phase === 'treatment' && clocks.inBandMs >= preset.minutes * 60_000 ? { phase: 'drain' } : {},
    ),
  },
  {
    mistake: 'heating up ends by itself when the target is reached',
    breaks: 'no phase is left but by a row of the transition table, and the change is an event',
    engine: becoming(({ phase, settledSinceMs }) =>
      phase === 'heat-up' && settledSinceMs !== null ? { phase: 'treatment' } : {},
    ),
  },
  {
    mistake: 'nobody waits for the time-out',
    breaks: 'heat is not led to before the time-out was read to the team',
    engine: becoming(() => ({ asksTimeOut: false })),
  },
  {
    mistake: 'a treatment whose rinses are skipped is no longer completed',
    breaks: 'who skips the rinses comes to disconnect, with the outcome the treatment had and nothing pumped',
    engine: becoming((_, __, event) => (isAction(event, 'skip-rinses') ? { endingAs: 'stopped' } : {})),
  },
  {
    mistake: 'a refused press is remembered all the same',
    breaks: 'a refused action changes nothing',
    engine: becoming((after, before, event) =>
      event.type === 'action' && after === before ? { clearBits: before.clearBits | 1 } : {},
    ),
  },
  {
    mistake: 'heat is held where the estimate says that it is in vain',
    breaks: 'the estimate of the heat-up leads to nothing by itself',
    engine: becoming(({ heatHeld }, { estimate }) =>
      estimate.state === 'unreachable' ? { heatHeld: heatHeld ?? 'alarm' } : {},
    ),
  },
  {
    mistake: 'time in band goes on with a reply lost',
    breaks: 'time without fresh telemetry is never counted as in band',
    engine: inBandToo((event) => event.type === 'tick' && event.telemetry === null),
  },
  {
    mistake: 'a gap is filled with what stands at its end',
    breaks: 'a gap as long as a lost link is never counted as in band',
    engine: inBandToo((_, dtMs) => dtMs > 1000),
  },
  {
    mistake: 'time in band goes on while paused',
    breaks: 'time is never counted as in band while paused or stopped',
    engine: inBandToo((_, __, { flowHeld }) => flowHeld !== null),
  },
  {
    mistake: 'time in band goes on in bypass',
    breaks: 'time is never counted as in band with less than half the set flow going round',
    engine: inBandToo((_, __, { telemetry }) => telemetry?.inForce.mode === 'bypass'),
  },
  {
    mistake: 'time in band goes on out of band',
    breaks: 'time is never counted as in band with the control temperature out of band or unknown',
    engine: inBandToo((_, __, { clocks }) => clocks.stop === 'below-band' || clocks.stop === 'above-band'),
  },
  {
    mistake: 'a gap is passed over in silence',
    breaks: 'a gap in treatment is told as a lost link',
    engine: becoming(({ clocks }, before) => ({ clocks: { ...clocks, stop: before.clocks.stop } })),
  },
  {
    mistake: 'elapsed time stands with the link down',
    breaks: 'in treatment, elapsed is the time since it was started, whatever happened meanwhile',
    engine: becoming(({ clocks, telemetry }, before) =>
      telemetry === null ? { clocks: { ...clocks, elapsedMs: before.clocks.elapsedMs } } : {},
    ),
  },
  {
    mistake: 'the drug clock pauses with the flow',
    breaks: 'the drug clock runs without a pause from first contact to the end of drain',
    engine: becoming(({ clocks, flowHeld }, before) =>
      flowHeld === null ? {} : { clocks: { ...clocks, drugMs: before.clocks.drugMs } },
    ),
  },
  {
    mistake: 'a lost cavity probe is taken for 37 °C',
    breaks:
      'the control temperature lies among the believed readings of its site: no missing or outvoted probe enters it',
    engine: becoming(({ control, probesCelsius }) => {
      const [, , upper, lower] = probesCelsius;
      const { value } = control.celsius;
      const halved = control.site === 'cavity' && upper.value !== null && lower.value === null;
      return halved && value !== null ? { control: { ...control, celsius: measured((value + 37) / 2) } } : {};
    }),
  },
  {
    mistake: 'the state holds what JSON cannot carry',
    breaks: 'a state that was written down and read again goes on as the one that was not',
    engine: becoming(({ nowMs }) => ({ cem43Minutes: new Map([[0, nowMs]]) as never })),
  },
  {
    mistake: 'a share of nothing is taken',
    breaks: 'every number of the state is finite',
    engine: becoming(({ volumes }) => ({
      volumes: { ...volumes, drySeconds: volumes.drySeconds / volumes.drySeconds },
    })),
  },
];

/** Counts as in band what the protocol does not. */
function inBandToo(counts: (event: ProtocolEvent, dtMs: number, after: RunState) => boolean): Engine {
  return becoming((after, before, event) => {
    const dtMs = after.nowMs - before.nowMs;
    if (event.type !== 'tick' || after.phase !== 'treatment' || !counts(event, dtMs, after)) return {};
    const inBandMs = Math.min(after.clocks.elapsedMs, before.clocks.inBandMs + dtMs);
    return { clocks: { ...after.clocks, inBandMs } };
  });
}
