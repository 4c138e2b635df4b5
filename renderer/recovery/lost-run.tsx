import { celsius, minutesSeconds, missingText, number } from '../../electron/contract/text.ts';
import type { RecoveryView } from '../../electron/contract/view.ts';
import { fullName, type Reading } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import './lost-run.css';

/** Whose run it was, how far it had come, and when it was lost. */
export function LostRun({ recovery }: { readonly recovery: RecoveryView }) {
  const words = useText();
  const text = words.recovery;
  const { clocks, lostWallMs, lostSecondsAgo } = recovery;
  const facts = [
    [text.phase, words.domain.phase[recovery.phase]],
    [text.protocol, recovery.presetName],
    [text.rig, recovery.rigSerialNumber],
    [text.lost, text.lostAt(lostWallMs, lostSecondsAgo)],
  ] as const;
  const times = [
    [text.clocks.elapsed, clocks.elapsedSeconds, ''],
    [text.clocks.inBand, clocks.inBandSeconds, text.clocks.of(minutesSeconds(clocks.plannedSeconds))],
    [text.clocks.drug, clocks.drugInCavitySeconds, ''],
  ] as const;
  return (
    <section className="lost-run panel">
      <p className="lost-patient">
        <b>{fullName(recovery.patientName, words.domain.spoken)}</b>{' '}
        <span>{words.run.header.hospitalNumber(recovery.hospitalNumber)}</span>
      </p>
      <dl className="lost-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="lost-clocks">
        {times.map(([name, seconds, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {minutesSeconds(seconds)} <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the cavity holds, and the last values on record: old, and struck through for it. */
export function LostValues({ recovery }: { readonly recovery: RecoveryView }) {
  const words = useText();
  const text = words.recovery;
  const { probesCelsius, flowMlPerMin, lostSecondsAgo } = recovery;
  const values = [
    ...probesCelsius.map(
      (reading, index) => [`T${index + 1}`, reading, celsius, words.run.control.celsius] as const,
    ),
    [
      words.machine.facts.flow,
      flowMlPerMin,
      (value: number) => number(value),
      words.machine.mlPerMin,
    ] as const,
  ];
  return (
    <section className="lost-values panel">
      <Volume recovery={recovery} />
      <h2>{text.lastValues(lostSecondsAgo)}</h2>
      <dl className="last-values">
        {values.map(([name, reading, written, unit]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <OldValue reading={reading} written={written} unit={unit} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** By count, with what it may be off by; where nobody knows, it may be full. */
function Volume({ recovery: { inCavityMl, uncertaintyMl } }: { readonly recovery: RecoveryView }) {
  const words = useText();
  const text = words.recovery;
  const known = uncertaintyMl !== null;
  return (
    <>
      <h2>{text.inCavity}</h2>
      <p className="lost-volume" data-known={known}>
        {known ? number(Math.round(inCavityMl)) : text.unknown}{' '}
        <small>
          {known ? `${words.machine.ml} ${text.uncertainty(Math.round(uncertaintyMl))}` : text.mayBeFull}
        </small>
      </p>
    </>
  );
}

interface OldValueProps {
  readonly reading: Reading;
  readonly written: (value: number) => string;
  readonly unit: string;
}

function OldValue({ reading: { value, missing }, written, unit }: OldValueProps) {
  const text = useText().run;
  if (value === null) {
    return (
      <>
        {missingText} <small>{text.missing(missing)}</small>
      </>
    );
  }
  return (
    <s className="figure">
      {written(value)} {unit}
    </s>
  );
}
