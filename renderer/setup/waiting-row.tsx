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
  const { name, others, identity, course } = told(entry, language, text);
  const barred = barredBy(entry, text);
  const notes = entry.from === 'messages' ? entry.notes : [];
  const count = notes.length + (entry.from === 'messages' ? entry.moreNotes : 0);
  const words = (
    <>
      <b>{name}</b>
      {others !== '' && <span>{others}</span>}
      <span>{identity}</span>
      <span className="arrival-facts">{course}</span>
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
  /** The same name in other letters, or where it was found. */
  readonly others: string;
  /** By what people are told apart. */
  readonly identity: string;
  readonly course: string;
}

function told(entry: Waiting, language: Language, text: Words): Told {
  if (entry.from === 'messages') {
    const { alphabeticName } = entry;
    return {
      name: nameOf(entry, language) || text.noName,
      others: alphabeticName === null ? '' : nameOf(alphabeticName, language),
      ...facts(entry, entry.procedure, text),
    };
  }
  const { patient, procedure } = entry.case;
  return {
    name: fullName(patient, language),
    others: text.caseFile(entry.key),
    ...facts(patient, procedure, text),
  };
}

const nameOf = (
  { familyName, givenName }: Pick<WaitingPatient, 'familyName' | 'givenName'>,
  language: Language,
): string => fullName({ familyName: familyName ?? '', givenName: givenName ?? '' }, language);

function facts(
  {
    birthDate,
    identifiers,
    referringWard,
    bed,
  }: Pick<WaitingPatient, 'birthDate' | 'identifiers' | 'referringWard' | 'bed'>,
  procedure: string | null,
  text: Words,
): Pick<Told, 'identity' | 'course'> {
  const born = birthDate ? text.born(birthDate) : text.noBirthDate;
  const where = text.ward(referringWard ?? '', bed ?? '');
  return {
    identity: `${born} · ${identifiers[0].value}`,
    course: [procedure || text.noProcedure, where].filter((fact) => fact !== '').join(' · '),
  };
}
