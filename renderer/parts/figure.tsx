import { celsius, missingText, number } from '../../electron/contract/text.ts';
import type { Alarm, Reading } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { ChangedMark } from './changed-mark.tsx';
import './figure.css';

interface FigureProps {
  readonly reading: Reading;
  /** Decimals shown; temperatures of probes and control have two. */
  readonly decimals: number;
  readonly unit?: string;
  readonly alarm?: Alarm | undefined;
  /** Its alarm limit is another than the run began with. */
  readonly limitChanged?: boolean;
  /** Why it is missing, where more is to be said than the reason alone. */
  readonly reason?: string | undefined;
}

/** One measured value in tabular digits; `---` and the reason where it is missing, never the last one. */
export function Figure({ reading, decimals, unit, alarm, limitChanged = false, reason }: FigureProps) {
  const text = useText();
  return (
    <span
      className="figure"
      data-missing={reading.missing ?? undefined}
      data-priority={alarm?.priority}
      data-acknowledged={alarm === undefined ? undefined : alarm.acknowledgedMs !== null}
    >
      <span className="figure-value">
        {reading.value === null
          ? missingText
          : decimals === 2
            ? celsius(reading.value)
            : number(reading.value, decimals)}
        {limitChanged && <ChangedMark />}
      </span>
      {reading.missing === null ? (
        unit !== undefined && <span className="figure-unit">{unit}</span>
      ) : (
        <span className="figure-reason">{reason ?? text.run.missing(reading.missing)}</span>
      )}
    </span>
  );
}
