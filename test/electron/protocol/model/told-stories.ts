import { interlockBit } from '../../../../electron/domain/circuit.ts';
import { clinician, named } from '../bench.ts';
import { carefulAction, hastyAction } from './careful.ts';
import { makeWell } from './commands.ts';
import type { ModelRun } from './model-run.ts';

/** What chance brings about seldom is told from every beginning, so that no row and no action is left out. */
export interface ToldStory {
  readonly name: string;
  readonly tell: (run: ModelRun) => void;
}

function seconds(run: ModelRun, count: number): void {
  for (let second = 0; second < count; second += 1) run.exchange(1000);
}

function goOn(run: ModelRun, next: typeof carefulAction, count: number): void {
  makeWell(run);
  for (let second = 0; second < count; second += 1) {
    run.exchange(1000);
    const action = next(run.state);
    if (action !== null) run.act(action);
  }
}

export const toldStories: readonly ToldStory[] = [
  { name: 'all is well, and a careful operator goes on', tell: (run) => goOn(run, carefulAction, 120) },
  { name: 'all is well, and a hasty operator goes on', tell: (run) => goOn(run, hastyAction, 150) },
  {
    name: 'air comes while the link is lost; a careful operator mends it all',
    tell: (run) => {
      seconds(run, 2);
      run.loseLink();
      run.rig.control.latch(interlockBit('air-in-line'));
      seconds(run, 3);
      run.restoreLink();
      goOn(run, carefulAction, 60);
    },
  },
  {
    name: 'the console is lost, and a careful operator takes the run up',
    tell: (run) => {
      seconds(run, 2);
      run.loseConsole(5000);
      seconds(run, 2);
      run.act({ type: 'take-command' });
      goOn(run, carefulAction, 60);
    },
  },
  {
    name: 'the run is ended with a reason',
    tell: (run) => {
      run.exchange(100);
      run.act({ type: 'end-run', reason: 'a reason' });
      seconds(run, 2);
    },
  },
  {
    name: 'a planned addition is said to be not given',
    tell: (run) => {
      seconds(run, 1);
      run.act({ type: 'addition-not-given', addition: 1, reason: 'a reason' });
      seconds(run, 1);
    },
  },
  {
    name: 'somebody drains now',
    tell: (run) => {
      seconds(run, 15);
      run.act({ type: 'drain-now' });
      seconds(run, 5);
    },
  },
  {
    name: 'the flow meter fails, and somebody goes on from what is retained',
    tell: (run) => {
      run.rig.flowShare = null;
      seconds(run, 5);
      run.act({ type: 'leave-retained', from: run.state.phase, reason: 'the bag is full' });
      seconds(run, 5);
    },
  },
  {
    name: 'the cavity is drained, and somebody skips the rinses',
    tell: (run) => {
      for (let second = 0; second < 60 && run.state.phase !== 'complete'; second += 1) {
        run.exchange(1000);
        if (run.act({ type: 'skip-rinses', from: run.state.phase, reason: 'no more into the patient' }))
          return;
      }
    },
  },
  {
    name: 'the cavity is drained, somebody goes on to the rinse, and there is no fresh fluid',
    tell: (run) => {
      for (let second = 0; second < 60 && run.state.phase !== 'complete'; second += 1) {
        run.exchange(1000);
        if (run.state.phase === 'drain' || run.state.phase === 'rinse-drain')
          run.act({ type: 'advance', from: run.state.phase });
        if (run.act({ type: 'skip-rinses', from: 'rinse', reason: 'no fresh fluid' })) return;
      }
    },
  },
  {
    name: 'the surgeon pours in, sucks off, and mistypes',
    tell: (run) => {
      run.act({ type: 'record-fluid', kind: 'irrigation', volumeMl: 500 });
      seconds(run, 5);
      run.act({ type: 'record-fluid', kind: 'suction', volumeMl: 250 });
      run.act({ type: 'record-fluid', kind: 'sample', volumeMl: 5000 });
      run.act({ type: 'confirm-fresh-fluid', seenBy: clinician });
      seconds(run, 5);
    },
  },
  {
    name: 'STOP RUN, with the inflow probe lost; somebody lets it circulate and leaves bypass by volume',
    tell: (run) => {
      run.rig.celsius = run.rig.celsius.with(0, 'open');
      run.act({ type: 'stop-run' });
      seconds(run, 5);
      run.act({ type: 'circulate-unheated' });
      run.act({ type: 'resume-flow' });
      seconds(run, 60);
      run.act({ type: 'leave-bypass', ...named });
      seconds(run, 5);
    },
  },
  {
    name: 'a core of 40.6 °C is typed, a clinician lifts the hold, and heat is resumed',
    tell: (run) => {
      run.act({ type: 'record-reading', kind: 'core-temperature', value: 40.6 });
      seconds(run, 1);
      run.act({ type: 'resume-heat' });
      run.act({ type: 'lift-core-hold', ...named });
      seconds(run, 1);
      run.act({ type: 'resume-heat' });
      seconds(run, 5);
    },
  },
  {
    name: 'both cavity probes fail, and a named person controls by the outflow, at another flow',
    tell: (run) => {
      run.rig.celsius = run.rig.celsius.with(2, 'open').with(3, 'open');
      seconds(run, 5);
      run.act({ type: 'control-by-outflow', clinician });
      run.act({ type: 'change-flow', mlPerMin: 1200 });
      seconds(run, 5);
      run.act({ type: 'change-flow', mlPerMin: 9000 });
    },
  },
  {
    name: 'nothing measures what comes back, and somebody has seen it',
    tell: (run) => {
      run.rig.bare = true;
      seconds(run, 40);
      run.act({ type: 'confirm-return' });
      seconds(run, 5);
    },
  },
  {
    name: 'no cavity probe is left, and a named clinician goes on without',
    tell: (run) => {
      run.rig.celsius = [...run.rig.celsius.slice(0, 2), 'open', 'open'];
      seconds(run, 5);
      run.act({ type: 'go-on-without-cavity', ...named });
      run.act({ type: 'resume-heat' });
      seconds(run, 5);
    },
  },
  {
    name: 'hands in the abdomen: a cavity probe is ignored for five minutes',
    tell: (run) => {
      seconds(run, 2);
      run.act({ type: 'ignore-probe', probe: 'T3', ...named });
      seconds(run, 5);
    },
  },
  {
    name: 'two more minutes, and half a degree less',
    tell: (run) => {
      seconds(run, 2);
      run.act({ type: 'extend-by', minutes: 2, clinician });
      run.act({ type: 'change-target', celsius: 42, ...named });
      seconds(run, 5);
    },
  },
  {
    name: 'the plan has elapsed out of band, and a named clinician extends it',
    tell: (run) => {
      run.rig.celsius = [41, 41, 41, 41];
      run.act({ type: 'record-note', text: 'too cold' });
      for (let jump = 0; jump < 20; jump += 1) run.exchange(60_000);
      run.act({ type: 'extend-until-in-band', clinician });
      seconds(run, 5);
    },
  },
];
