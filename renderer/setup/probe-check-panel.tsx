import { celsius, number } from '../../electron/contract/text.ts';
import {
  type DipResult,
  dipSeconds,
  dipToleranceCelsius,
  type ProbeSites,
  probeIds,
  type Reading,
  type WarmCheck,
} from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { Figure } from '../parts/figure.tsx';
import { type Text, useText } from '../text/text.ts';
import './probe-check-panel.css';

interface ProbeCheckPanelProps {
  /** What T1 to T4 read now. */
  readonly readings: readonly [Reading, Reading, Reading, Reading];
  readonly sites: ProbeSites;
  /** `null`: not under way. */
  readonly warm: WarmCheck | null;
  readonly dip: DipResult | null;
  readonly onStart: (check: 'warm' | 'dip') => void;
  readonly onEnd: (check: 'warm' | 'dip') => void;
}

/** Before probes are placed: which is which, and whether they read the same in one vessel. */
export function ProbeCheckPanel({ readings, sites, warm, dip, onStart, onEnd }: ProbeCheckPanelProps) {
  const text = useText();
  const { probeCheck } = text.placing;
  return (
    <section className="probe-check" aria-label={probeCheck.heading}>
      <ul className="probe-check-readings">
        {probeIds.map((id, probe) => (
          <li
            key={id}
            data-probe={id}
            data-stands-out={warm?.state === 'moved' && warm.probe === id}
            data-absent={readings[probe]?.missing === 'not-fitted'}
          >
            <p>
              <b>{id}</b> {text.domain.probeSite[sites[probe] ?? 'not-used']}
            </p>
            {readings[probe] !== undefined && <Figure reading={readings[probe]} decimals={2} unit="°C" />}
            <p className="probe-check-note">{note(probe, warm, dip, text)}</p>
          </li>
        ))}
      </ul>
      <Check
        {...probeCheck.warm}
        verdict={warm === null ? null : warmVerdict(warm, text)}
        onStart={() => onStart('warm')}
        onEnd={() => onEnd('warm')}
      />
      <Check
        {...probeCheck.dip}
        verdict={dip === null ? null : dipVerdict(dip, text)}
        onStart={() => onStart('dip')}
        onEnd={() => onEnd('dip')}
      />
    </section>
  );
}

interface Verdict {
  readonly look: 'waiting' | 'good' | 'bad';
  readonly words: string;
  readonly detail: string;
  /** How far the check has come, 0 to 1; `null`: it has no end of its own. */
  readonly share: number | null;
}

/** Under a reading: what it changed by, or its mean once the vessel was judged. */
function note(probe: number, warm: WarmCheck | null, dip: DipResult | null, { placing }: Text): string {
  const { change, dip: words } = placing.probeCheck;
  const mean = dip !== null && 'meansCelsius' in dip ? dip.meansCelsius[probe] : null;
  if (mean != null) return words.mean(celsius(mean));
  const changed = warm?.changes[probe];
  return changed == null ? '' : change(`${changed > 0 ? '+' : ''}${number(changed, 2)}`);
}

function warmVerdict(check: WarmCheck, { placing }: Text): Verdict {
  const { warm: words } = placing.probeCheck;
  const plain = { detail: '', share: null };
  switch (check.state) {
    case 'waiting':
      return { look: 'waiting', words: words.waiting, ...plain };
    case 'moved':
      return { look: 'good', words: words.moved(check.probe), ...plain };
    case 'several':
      return { look: 'bad', words: words.several(check.probes), ...plain };
    case 'missing':
      return { look: 'bad', words: words.missing(check.probes), ...plain };
  }
}

function dipVerdict(check: DipResult, { placing }: Text): Verdict {
  const { dip: words } = placing.probeCheck;
  switch (check.state) {
    case 'running': {
      const detail =
        check.missing.length > 0
          ? words.missing(check.missing)
          : check.unsettled.length > 0
            ? words.unsettled(check.unsettled)
            : '';
      const said = words.running(Math.floor(check.restedSeconds), dipSeconds);
      return { look: 'waiting', words: said, detail, share: check.restedSeconds / dipSeconds };
    }
    case 'too-few':
      return { look: 'bad', words: words.tooFew, detail: '', share: null };
    case 'passed':
    case 'failed': {
      const spread = words.spread(number(check.spreadCelsius, 2), number(dipToleranceCelsius, 2));
      const look = check.state === 'passed' ? 'good' : 'bad';
      return { look, words: words[check.state], detail: spread, share: null };
    }
  }
}

const signs = { waiting: '…', good: '✓', bad: '✕' } as const;

interface CheckProps {
  readonly title: string;
  readonly how: string;
  readonly verdict: Verdict | null;
  readonly onStart: () => void;
  readonly onEnd: () => void;
}

function Check({ title, how, verdict, onStart, onEnd }: CheckProps) {
  const text = useText().placing.probeCheck;
  return (
    <div className="probe-check-one">
      <h3>{title}</h3>
      <p className="probe-check-how">{how}</p>
      <output className="probe-check-verdict" data-look={verdict?.look}>
        {verdict !== null && (
          <>
            <i aria-hidden="true">{signs[verdict.look]}</i>
            <span>
              <b>{verdict.words}</b>
              {verdict.detail}
            </span>
          </>
        )}
      </output>
      {verdict?.share != null && (
        <span className="probe-check-bar" aria-hidden="true">
          <span style={{ width: `${100 * verdict.share}%` }} />
        </span>
      )}
      <div className="probe-check-buttons">
        <Button
          title={verdict === null ? text.start : text.again}
          aria-label={`${title}: ${verdict === null ? text.start : text.again}`}
          onClick={onStart}
        />
        {verdict !== null && <Button title={text.end} aria-label={`${title}: ${text.end}`} onClick={onEnd} />}
      </div>
    </div>
  );
}
