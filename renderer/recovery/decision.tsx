import type { RecoveryView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import './decision.css';

interface DecisionProps {
  readonly recovery: RecoveryView;
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}

/** That it is this patient; or why the run cannot be taken up, every reason in words. */
export function Decision({ recovery, confirmed, onConfirm }: DecisionProps) {
  const words = useText();
  const text = words.recovery;
  const refusals = recovery.takeUpRefusals;
  return (
    <section className="decision panel">
      {refusals.length === 0 ? (
        <label className="tick" data-checked={confirmed} data-invalid="false">
          <input
            type="checkbox"
            name="confirmed"
            checked={confirmed}
            onChange={(event) => onConfirm(event.target.checked)}
          />
          <i aria-hidden="true" />
          <span>{text.confirm}</span>
        </label>
      ) : (
        <div className="decision-refusals">
          <b>{text.cannot}</b>
          <ul>
            {refusals.map((refusal) => (
              <li key={refusal}>{inWords(refusal, words.domain.takeUpRefusal)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const inWords = (refusal: string, words: Readonly<Record<string, string>>): string =>
  words[refusal] ?? refusal;
