import { useState } from 'react';
import { type Catheter, frenchBounds, type ListItem } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { NumberInput } from '../parts/number-input.tsx';
import { usePreferences } from '../preferences.ts';
import { useText } from '../text/text.ts';
import { asTyped, typedNumber } from '../text/typed-number.ts';
import type { CatheterProblem } from './catheter-problems.ts';

interface CatheterRowProps {
  readonly catheter: Catheter;
  readonly places: readonly ListItem[];
  readonly problem: CatheterProblem | null;
  readonly onChange: (catheter: Catheter) => void;
  readonly onRemove: () => void;
}

/** One catheter: its number, where it lies, which way it leads, how wide it is. */
export function CatheterRow({ catheter, places, problem, onChange, onRemove }: CatheterRowProps) {
  const text = useText().placing;
  const { number, direction } = catheter;
  return (
    <fieldset
      className="catheter-row"
      aria-label={`${text.catheters.heading} ${number}`}
      data-invalid={problem !== null}
    >
      <b className="catheter-number" data-direction={direction}>
        {number}
      </b>
      <Place
        {...{ catheter, places, onChange }}
        invalid={problem !== null && problem.what.kind !== 'french'}
      />
      <fieldset className="choice" aria-label={text.catheters.way(number)}>
        {(['in', 'out'] as const).map((way) => (
          <button
            key={way}
            type="button"
            className="choice-button"
            data-value={way}
            aria-pressed={way === direction}
            onClick={() => onChange({ ...catheter, direction: way })}
          >
            {text.map.ways[way]}
          </button>
        ))}
      </fieldset>
      <French {...{ catheter, onChange }} invalid={problem?.what.kind === 'french'} />
      <Button title={text.catheters.remove} aria-label={text.catheters.removeOf(number)} onClick={onRemove} />
      {problem !== null && <p className="field-problem">{text.catheters.problem(problem)}</p>}
    </fieldset>
  );
}

type PartProps = Pick<CatheterRowProps, 'catheter' | 'onChange'> & { readonly invalid: boolean };

/** Behind every id of a list, which could hold any text. */
const typed = ' typed';

/** A place of the site's list, or one in the team's own words. */
function Place({ catheter, places, onChange, invalid }: PartProps & Pick<CatheterRowProps, 'places'>) {
  const text = useText().placing.catheters;
  const language = usePreferences((preferences) => preferences.language);
  const { number, place } = catheter;
  const listed = places.some(({ id }) => id === place);
  const [typing, setTyping] = useState(!listed);
  const inWords = typing || !listed;
  return (
    <span className="catheter-place">
      <select
        aria-label={text.place(number)}
        value={inWords ? typed : place}
        onChange={({ target: { value } }) => {
          setTyping(value === typed);
          onChange({ ...catheter, place: value === typed ? '' : value });
        }}
      >
        {places.map(({ id, [language]: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
        <option value={typed}>{text.typedPlace}</option>
      </select>
      {inWords && (
        <input
          aria-label={text.typedPlaceOf(number)}
          aria-invalid={invalid}
          value={place}
          placeholder={text.typedHint}
          autoComplete="off"
          onChange={({ target: { value } }) => onChange({ ...catheter, place: value })}
        />
      )}
    </span>
  );
}

const frenchRule = { bounds: frenchBounds };

/** Kept as typed while it is typed: "1" is on the way to "14". */
function French({ catheter, onChange, invalid }: PartProps) {
  const text = useText().placing.catheters;
  const { number, frenchSize } = catheter;
  const [written, setWritten] = useState(() => asTyped(frenchSize));
  const same = Object.is(typedNumber(written, frenchRule), frenchSize);
  return (
    <span className="catheter-french">
      <NumberInput
        aria-label={text.french(number)}
        aria-invalid={invalid}
        value={same || Number.isNaN(frenchSize) ? written : asTyped(frenchSize)}
        rule={frenchRule}
        unit={text.frenchUnit}
        placeholder={text.frenchHint}
        onType={(next) => {
          setWritten(next);
          onChange({ ...catheter, frenchSize: typedNumber(next, frenchRule) });
        }}
      />
      <i>{text.frenchUnit}</i>
    </span>
  );
}
