import {
  type BodySide,
  type Catheter,
  type ListItem,
  mostCatheters,
  type PlacedProbe,
  type TreatmentCase,
} from '../../electron/contract/words.ts';
import { BodyMap } from '../parts/body-map.tsx';
import { useText } from '../text/text.ts';
import { type CatheterProblem, withCatheterAt } from './catheter-problems.ts';
import { CatheterRow } from './catheter-row.tsx';
import './catheter-editor.css';

interface CatheterEditorProps {
  readonly cavity: TreatmentCase['cavity'];
  /** Of a pleural cavity; `null`: not entered, or no matter. */
  readonly side: BodySide | null;
  /** A size that was typed and is no number is NaN (`catheterProblems`). */
  readonly value: readonly Catheter[];
  readonly onChange: (value: readonly Catheter[]) => void;
  readonly places: readonly ListItem[];
  /** Drawn with the catheters; entered elsewhere. */
  readonly probes: readonly PlacedProbe[];
  readonly probePlaces: readonly ListItem[];
  readonly problems: readonly CatheterProblem[];
}

/** The map, where a touch enters the next catheter, and the catheters as a list. None has to be entered. */
export function CatheterEditor(props: CatheterEditorProps) {
  const { cavity, side, value, onChange, places, probes, probePlaces, problems } = props;
  const text = useText().placing.catheters;
  const full = value.length >= mostCatheters;
  const replace = (index: number, one: Catheter) =>
    onChange(value.map((other, at) => (at === index ? one : other)));
  return (
    <div className="catheter-editor">
      <div className="catheter-columns">
        <BodyMap
          {...{ cavity, side, probes, places, probePlaces }}
          catheters={value}
          onPlace={(place) => {
            if (!full) onChange(withCatheterAt(value, place));
          }}
        />
        <div className="catheter-list">
          <h3>{text.heading}</h3>
          {value.map((catheter, index) => (
            <CatheterRow
              key={catheter.number}
              {...{ catheter, places }}
              problem={problems.find(({ number }) => number === catheter.number) ?? null}
              onChange={(one) => replace(index, one)}
              onRemove={() => onChange(value.filter((_, at) => at !== index))}
            />
          ))}
          {value.length === 0 && <p className="catheter-note">{text.empty}</p>}
          {full && <p className="catheter-note">{text.full(mostCatheters)}</p>}
        </div>
      </div>
    </div>
  );
}
