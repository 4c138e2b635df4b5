import { type ReactNode, useState } from 'react';
import type {
  ReviewAddendum,
  ReviewDeviation,
  ReviewField,
  ReviewView,
} from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { usePreferences } from '../preferences.ts';
import { useText } from '../text/text.ts';
import { saidOf } from './said.ts';
import type { Asked } from './say-form.tsx';

interface RowsProps {
  readonly review: ReviewView;
}
interface AskingProps extends RowsProps {
  readonly onAsk: (asked: Asked) => void;
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sign-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Who said it, and when. */
function By({ by, at }: Pick<ReviewAddendum, 'by' | 'at'>) {
  const words = useText();
  const role = by.role === null ? '' : `, ${words.domain.role[by.role]}`;
  return <span className="sign-by">{words.signing.byAt(`${by.name}${role}`, at)}</span>;
}

export function SignatureRows({ review, onAsk }: AskingProps) {
  const text = useText().signing;
  const { fingerprint, status } = review;
  const signatures = saidOf(review, 'signature');
  const released = saidOf(review, 'released-unsigned');
  return (
    <Section title={text.signatures}>
      {signatures.length + released.length === 0 && <p className="sign-none">{text.noSignature}</p>}
      <ul>
        {signatures.map((one) => (
          <li key={one.number} className="sign-row" data-signature={one.said.meaning}>
            <b>{text.signed[one.said.meaning]}</b>
            <By {...one} />
          </li>
        ))}
        {fingerprint !== null && <li className="sign-row sign-seal">{text.sealed(fingerprint)}</li>}
        {released.map((one) => (
          <li key={one.number} className="sign-row">
            <b>{text.released}</b>
            <span className="sign-said">{one.said.reason}</span>
            <By {...one} />
          </li>
        ))}
      </ul>
      {status === 'preliminary' && fingerprint !== null && (
        <Button
          data-action="release-unsigned"
          title={text.release}
          caption={text.releaseCaption}
          onClick={() => onAsk({ type: 'released-unsigned' })}
        />
      )}
    </Section>
  );
}

export function DeviationRows({ review, onAsk }: AskingProps) {
  const text = useText().signing;
  const { deviations } = review;
  const explanations = saidOf(review, 'explanation');
  const explained = deviations.filter(({ key }) => explanations.some(({ said }) => said.deviation === key));
  return (
    <Section title={text.deviations(deviations.length, explained.length)}>
      {deviations.length === 0 && <p className="sign-none">{text.noDeviations}</p>}
      <ul>
        {deviations.map((one) => (
          <Deviation key={one.key} {...{ deviation: one, review, onAsk }} />
        ))}
      </ul>
    </Section>
  );
}

function Deviation({ deviation, review, onAsk }: AskingProps & { readonly deviation: ReviewDeviation }) {
  const text = useText().signing;
  const language = usePreferences((state) => state.language);
  const { key, number, at, lasted } = deviation;
  const what = deviation.text[language];
  return (
    <li className="sign-row" data-deviation={key}>
      <span className="sign-number">{number}</span>
      <span className="sign-when">
        {at ?? text.before}
        {lasted[language] !== '' && <small>{lasted[language]}</small>}
      </span>
      <div className="sign-what">
        {what}
        {saidOf(review, 'explanation')
          .filter(({ said }) => said.deviation === key)
          .map((one) => (
            <p key={one.number} className="sign-said">
              {one.said.text} <By {...one} />
            </p>
          ))}
      </div>
      <Button
        data-action="explain"
        title={text.explain}
        onClick={() => onAsk({ type: 'explanation', deviation: key, about: `${number} ${what}` })}
      />
    </li>
  );
}

export function MissingRows({ review, onAsk }: AskingProps) {
  const text = useText().signing;
  const language = usePreferences((state) => state.language);
  const missing = review.fields.filter(({ isWanted }) => isWanted);
  return (
    <Section title={text.missing(missing.length)}>
      <ul className="sign-missing">
        {missing.map(({ field, name }) => (
          <li key={field} className="sign-row" data-field={field}>
            <span className="sign-what">{name[language]}</span>
            <Button
              data-action="enter"
              title={text.enter}
              onClick={() => onAsk({ type: 'late-entry', field, about: name[language] })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function NoteRows({ review, onAsk }: AskingProps) {
  const text = useText().signing;
  const notes = saidOf(review, 'note');
  return (
    <Section title={text.notes}>
      {notes.length === 0 && <p className="sign-none">{text.noNotes}</p>}
      <ul>
        {notes.map((one) => (
          <li key={one.number} className="sign-row">
            <span className="sign-said">{one.said.text}</span>
            <By {...one} />
          </li>
        ))}
      </ul>
      <Button data-action="note" title={text.note} onClick={() => onAsk({ type: 'note' })} />
    </Section>
  );
}

/** All that people entered, to be corrected: only once somebody asks for it. */
export function EnteredRows({ review, onAsk }: AskingProps) {
  const text = useText().signing;
  const [isOpen, setIsOpen] = useState(false);
  // What is missing stands above.
  const fields = review.fields.filter(({ isWanted }) => !isWanted);
  return (
    <Section title={text.entered}>
      <Button
        data-action="show-entered"
        aria-expanded={isOpen}
        title={isOpen ? text.hideEntered : text.showEntered}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <ul>
          {fields.map((one) => (
            <Entered key={one.field} {...{ field: one, review, onAsk }} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Entered({ field: one, review, onAsk }: AskingProps & { readonly field: ReviewField }) {
  const text = useText().signing;
  const language = usePreferences((state) => state.language);
  const { field, value } = one;
  const about = one.name[language];
  const isOf = ({ said }: { readonly said: { readonly field: string } }) => said.field === field;
  const late = saidOf(review, 'late-entry').filter(isOf);
  const corrections = saidOf(review, 'correction').filter(isOf);
  return (
    <li className="sign-row" data-field={field}>
      <div className="sign-what">
        <span className="sign-name">{about}</span> <b>{value ?? text.none}</b>
        {late.map((said) => (
          <p key={said.number} className="sign-said">
            {text.late(said.said.value)} ({said.said.reason}) <By {...said} />
          </p>
        ))}
        {corrections.map((said) => (
          <p key={said.number} className="sign-said">
            {text.changed(said.said.old ?? text.none, said.said.new)} ({said.said.reason}) <By {...said} />
          </p>
        ))}
      </div>
      {value === null ? (
        <Button
          data-action="enter"
          title={text.enter}
          onClick={() => onAsk({ type: 'late-entry', field, about })}
        />
      ) : (
        <Button
          data-action="correct"
          title={text.correct}
          onClick={() => onAsk({ type: 'correction', field, about, old: value })}
        />
      )}
    </li>
  );
}
