import { useState } from 'react';
import type { Waiting, WaitingPatient } from '../../electron/contract/view.ts';
import { fullName } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { usePreferences } from '../preferences.ts';
import { type Text, useText } from '../text/text.ts';

type Words = Text['arrivals']['worklist'];
type Language = ReturnType<typeof usePreferences.getState>['language'];

interface RowProps {
  readonly entry: Waiting;
  readonly onChoose: () => void;
}

/** Somebody who waits: a touch chooses, unless it cannot be this machine's patient or nobody knows whose number it is. */
export function WaitingRow({ entry, onChoose }: RowProps) {
  const text = useText().arrivals.worklist;
  const language = usePreferences((state) => state.language);
  const [isOpen, setOpen] = useState(false);
  const { name, others, facts } = told(entry, language, text);
  const barred = barredBy(entry, text);
  const notes = entry.from === 'messages' ? entry.notes : [];
  const count = notes.length + (entry.from === 'messages' ? entry.moreNotes : 0);
  const words = (
    <>
      <b>{name}</b>
      {others !== '' && <span>{others}</span>}
      <span className="arrival-facts">{facts.join(' · ')}</span>
    </>
  );
  return (
    <li className="arrival" data-barred={barred !== null}>
      {barred === null ? (
        <button type="button" className="arrival-choose" onClick={onChoose}>
          {words}
        </button>
      ) : (
        <div className="arrival-choose">
          {words}
          <strong>{barred}</strong>
        </div>
      )}
      {count > 0 && (
        <Button
          className="arrival-notes-button"
          aria-expanded={isOpen}
          aria-label={text.notesOf(count, name)}
          title={text.notes(count)}
          onClick={() => setOpen(!isOpen)}
        />
      )}
      {isOpen && entry.from === 'messages' && (
        <ul className="arrival-notes">
          {notes.map((note) => (
            <li key={note.en}>{note[language]}</li>
          ))}
          {entry.moreNotes > 0 && <li>{text.moreNotes(entry.moreNotes)}</li>}
        </ul>
      )}
    </li>
  );
}

function barredBy(entry: Waiting, text: Words): string | null {
  if (entry.from === 'case-file') return null;
  if (entry.isConflict) return text.conflict;
  return entry.refusal === null ? null : text.notThisMachine;
}

interface Told {
  readonly name: string;
  /** The same name in other letters. */
  readonly others: string;
  readonly facts: readonly string[];
}

function told(entry: Waiting, language: Language, text: Words): Told {
  if (entry.from === 'messages') {
    const { birthDate, identifiers, procedure, referringWard, bed } = entry;
    return {
      name: nameOf(entry, language) || text.noName,
      others: entry.alphabeticName === null ? '' : nameOf(entry.alphabeticName, language),
      facts: facts(birthDate ?? '', identifiers[0].value, procedure ?? '', [referringWard, bed], text),
    };
  }
  const { patient, procedure } = entry.case;
  const { birthDate, identifiers, referringWard, bed } = patient;
  const known = facts(birthDate, identifiers[0].value, procedure, [referringWard, bed], text);
  return { name: fullName(patient, language), others: text.caseFile(entry.key), facts: known };
}

const nameOf = (
  { familyName, givenName }: Pick<WaitingPatient, 'familyName' | 'givenName'>,
  language: Language,
): string => fullName({ familyName: familyName ?? '', givenName: givenName ?? '' }, language);

const facts = (
  birthDate: string,
  number: string,
  procedure: string,
  [ward, bed]: readonly [string | null, string | null],
  text: Words,
): readonly string[] =>
  [
    birthDate === '' ? text.noBirthDate : text.born(birthDate),
    number,
    procedure === '' ? text.noProcedure : procedure,
    text.ward(ward ?? '', bed ?? ''),
  ].filter((fact) => fact !== '');
