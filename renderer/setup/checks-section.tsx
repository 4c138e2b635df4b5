import { useText } from '../text/text.ts';
import { AlarmTrial } from './alarm-trial.tsx';
import { ChecklistRows } from './checklist-rows.tsx';
import { ContraindicationRows } from './contraindication-rows.tsx';

/** What speaks against the treatment, and what has been seen to: each asked by itself, none answered for all. */
export function ChecksSection() {
  const { form: text } = useText().setup;
  return (
    <>
      <h3 className="form-heading">{text.contraindications}</h3>
      <ContraindicationRows />
      <h3 className="form-heading">{text.checklist}</h3>
      <AlarmTrial />
      <ChecklistRows />
    </>
  );
}
