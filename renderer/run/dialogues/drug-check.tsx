import type { RunView } from '../../../electron/contract/view.ts';
import type { DrugEntry } from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';
import { DrugComputed } from './drug-computed.tsx';
import { TwoPeople } from './inputs.tsx';
import { team } from './people.ts';
import './drug-fields.css';

interface DrugCheckProps {
  readonly run: RunView;
  /** As it is going to be recorded. */
  readonly drug: DrugEntry;
  readonly names: readonly [string, string];
  readonly onChange: (names: readonly [string, string]) => void;
}

/** The drug once more, to be held against its label, and the two who did. */
export function DrugCheck({ run, drug, names, onChange }: DrugCheckProps) {
  const { records, actions } = useText();
  const text = records.drug;
  const said = [
    [text.field.lot, drug.lot],
    [text.field.expiry, drug.expiry],
    [text.field.preparedBy, drug.preparedBy],
  ].filter(([, value]) => value !== '');
  return (
    <>
      <div className="drug-to-check">
        <p>
          <b>{text.whole(drug)}</b>
        </p>
        {said.length > 0 && <p>{said.map(([name, value]) => `${name} ${value}`).join(' · ')}</p>}
        {drug.doseMg !== null && <DrugComputed run={run} doseMg={drug.doseMg} />}
      </div>
      <TwoPeople legend={actions.dialogue.checkedBy} names={names} team={team(run)} onChange={onChange} />
    </>
  );
}
