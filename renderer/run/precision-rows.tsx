import type { RigView, RunView } from '../../electron/contract/view.ts';
import {
  calibrationHolds,
  type Verdict,
  verdictOn,
  verdictOnMeasurement,
} from '../../electron/contract/words.ts';
import { type Text, useText } from '../text/text.ts';

/** The three precisions: what is promised, how it stands, and whether it is kept so far. */
export function PrecisionRows({ run, rig }: { readonly run: RunView; readonly rig: RigView }) {
  const words = useText();
  const text = words.run.precision;
  const { control, flow } = run.precision;
  const rows = [
    [text.measurement, ...measurement(run, rig, words)],
    [text.control, text.controlFound(control), verdictOn(control.inBandShare)],
    [text.flow, text.flowFound(flow), verdictOn(flow.inBandShare)],
  ] as const;
  return (
    <ul className="precision-rows">
      {rows.map(([[name, promise], found, verdict]) => (
        <li key={name} data-verdict={verdict}>
          <span className="precision-name">
            {name}
            <b>{promise}</b>
          </span>
          <span className="precision-found">{found}</span>
          <b className="precision-verdict">{text.verdict[verdict]}</b>
        </li>
      ))}
    </ul>
  );
}

function measurement(run: RunView, rig: RigView, words: Text): readonly [string, Verdict] {
  const {
    domain,
    run: { precision: text },
  } = words;
  const dates = rig.identity?.calibrationDates ?? [];
  const used = run.probes.filter(({ site }) => site !== 'not-used').map(({ id }) => id);
  const without = used.filter(
    (id) =>
      !calibrationHolds(dates[Number(id[1]) - 1] ?? null, run.startedWallMs, run.calibrationIntervalMonths),
  );
  const oldest = dates.filter((date) => date !== null).sort()[0] ?? null;
  const test = run.selfTest.find(({ check }) => check === 'probes');
  const done = test?.state === 'passed' || test?.state === 'failed';
  const found = [
    text.calibrated(without, oldest),
    done ? text.atRest(domain.selfTestDetail(test.detail)) : text.notTested,
  ];
  return [
    found.join('; '),
    verdictOnMeasurement(
      without.length === 0,
      done ? test.state === 'passed' : null,
      run.probes.map(({ site }) => site),
      run.case.checks?.dipCheck ?? null,
    ),
  ];
}
