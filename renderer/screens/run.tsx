/*
 * Ten seconds: the perfusionist looks up from the field, reads the control temperature and the time left, sees that
 * it holds, and looks down again. Or: an alarm sounds; from 4 m the priority is seen, at 1 m the value, the limit,
 * what the console did and what to do; one touch, in the same place as ever, takes heat or flow away.
 */
import { useState } from 'react';
import type { ConsoleView, RunView } from '../../electron/contract/view.ts';
import { isCavity, type ProbeSite } from '../../electron/contract/words.ts';
import { ActContext, useActing } from '../run/acting.ts';
import { ActionBar } from '../run/action-bar.tsx';
import { alarmsAt } from '../run/alarm-order.ts';
import { ControlPanel } from '../run/control-panel.tsx';
import type { DialogueKind } from '../run/dialogues/form.ts';
import { HeatUpPanel } from '../run/heat-up-panel.tsx';
import { type Watched, watchedOtherwise } from '../run/limits.ts';
import { MainPanel, type PanelView } from '../run/main-panel.tsx';
import { PhaseStrip } from '../run/phase-strip.tsx';
import { ProbeTile } from '../run/probe-tile.tsx';
import { RunHeader } from '../run/run-header.tsx';
import { StatusStrip } from '../run/status-strip.tsx';
import { TimePanel } from '../run/time-panel.tsx';
import { withoutOldValues } from '../run/trusted.ts';
import { useStale } from '../run/use-stale.ts';
import { ValueRow } from '../run/value-row.tsx';
import './run.css';

/** Cavity probes first: they are what the treatment is about. */
const probeOrder = [2, 3, 0, 1] as const;

export function RunScreen({ view, run: received }: { readonly view: ConsoleView; readonly run: RunView }) {
  const stale = useStale(view);
  const run = withoutOldValues(received, view.rig, stale);
  const { act, notice, dismiss } = useActing();
  const [shows, setShows] = useState<PanelView>('trend');
  const [dialogue, setDialogue] = useState<DialogueKind | null>(null);
  const alarms = alarmsAt(run.alarms);
  const changed = watchedOtherwise(run.alarmSystem.limits);
  return (
    <ActContext value={act}>
      <main className="run-screen" data-link={stale ? 'lost' : view.rig.link}>
        <RunHeader view={view} run={run} />
        <PhaseStrip run={run} />
        <StatusStrip
          run={run}
          stale={stale}
          onMore={() => setShows('alarms')}
          onChangeTarget={() => setDialogue('change-target')}
        />
        <div className="run-middle">
          <MainPanel
            run={run}
            rig={view.rig}
            alarms={alarms}
            shows={shows}
            onShow={setShows}
            dialogue={dialogue}
            onAsk={setDialogue}
            notice={notice}
            onDismiss={dismiss}
          />
          <div className="run-figures">
            <ControlPanel
              control={run.control}
              inBandShare={run.precision.control.inBandShare}
              alarm={alarms.get('control')}
              limitChanged={changed.has('control')}
              onChange={run.plan.target.mayChange ? () => setDialogue('change-target') : null}
            />
            <div className="run-probes">
              {probeOrder.map((index) => {
                const probe = run.probes[index];
                if (probe === undefined) return null;
                return (
                  <ProbeTile
                    key={probe.id}
                    probe={probe}
                    index={index}
                    controlSite={run.control.site}
                    alarm={alarms.get(probe.id)}
                    limitChanged={watches(probe.site, changed)}
                    onIgnore={probe.mayIgnore ? () => setDialogue(`ignore-${probe.id}`) : null}
                  />
                );
              })}
            </div>
            {heatingUp(run) ? (
              <HeatUpPanel run={run} onChangeFlow={() => setDialogue('change-flow')} />
            ) : (
              <TimePanel
                clocks={run.clocks}
                endsWallMs={endsWallMs(view, run)}
                alarm={alarms.get('time')}
                onExtend={run.plan.mayExtend ? () => setDialogue('extend-by') : null}
              />
            )}
          </div>
        </div>
        <ValueRow run={run} alarms={alarms} changed={changed} onAsk={setDialogue} />
        <ActionBar run={run} rig={view.rig} onAsk={setDialogue} />
      </main>
    </ActContext>
  );
}

/** Is the probe at a place that a changed limit watches? */
const watches = (site: ProbeSite, changed: ReadonlySet<Watched>): boolean =>
  isCavity(site) ? changed.has('cavity') : site === 'inflow' && changed.has('inflow');

/** When the plan ends if its clock goes on from now, on the clock of the wall; `null`: not in treatment, or over. */
const endsWallMs = ({ wallMs }: ConsoleView, { phase, clocks, timeScale }: RunView): number | null =>
  (phase === 'treatment' || phase === 'dwell') && clocks.leftSeconds > 0
    ? wallMs + (1000 * clocks.leftSeconds) / timeScale
    : null;

/** On the way to the band for the first time; arrived, the minutes planned in it stand there. */
const heatingUp = ({ phase, control }: RunView): boolean =>
  phase === 'heat-up' && control.state !== 'in-band';
