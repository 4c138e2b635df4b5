import type { RunView } from '../../electron/contract/view.ts';
import { number } from '../text/format.ts';
import { useText } from '../text/text.ts';

/** What went into the cavity, what came out, what stays, by the console's own count. */
export function VolumeRows({ run: { balance } }: { readonly run: Pick<RunView, 'balance'> }) {
  const text = useText().run.volumes;
  const rows = [
    ...(balance.beforeMl === 0 ? [] : [[text.before, balance.beforeMl] as const]),
    [text.filled, balance.filledMl],
    [text.added, balance.addedMl],
    [text.byHandIn, balance.byHandInMl],
    [text.circulation, balance.circulationMl],
    [text.byHandOut, balance.byHandOutMl],
    [text.drained, balance.drainedMl],
    ...(balance.drainMeasuredMl === null ? [] : [[text.measured, balance.drainMeasuredMl] as const]),
    [text.notRecovered, balance.notRecoveredMl],
    [text.inCavity, balance.inCavityMl],
  ] as const;
  return (
    <dl className="volume-rows">
      {rows.map(([name, ml]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {number(Math.round(ml))} <small>{text.ml}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
