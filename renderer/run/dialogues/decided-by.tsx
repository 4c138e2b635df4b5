import { useState } from 'react';
import type { RunView } from '../../../electron/contract/view.ts';
import { fieldLimits, type Role, roles, textProblem } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { clinicians } from './people.ts';

/** A person in a role, as far as they are entered. */
export interface Decider {
  readonly person: string;
  readonly role: Role | null;
}
export const nobody: Decider = { person: '', role: null };

interface DecidedByProps {
  readonly run: RunView;
  readonly changedBy: readonly Role[];
  readonly decider: Decider;
  readonly onChange: (decider: Decider) => void;
}

/** Who decides it: one of the team by one touch, or somebody else by role and name. */
export function DecidedBy({ run, changedBy, decider, onChange }: DecidedByProps) {
  const { actions, domain, entry } = useText();
  const text = actions.limits;
  const [other, setOther] = useState(false);
  const { person, role } = decider;
  const nameWrong = textProblem(person, fieldLimits.name);
  const mayNot = role !== null && !changedBy.includes(role);
  const team: readonly (readonly [string, Role])[] = [
    [run.case.perfusionist, 'perfusionist'],
    ...clinicians(run).map((name) => [name, 'clinician'] as const),
  ];
  const takeOther = () => {
    setOther(true);
    onChange(nobody);
  };
  return (
    <div className="decided-by">
      <p className="limit-label" data-wrong={mayNot || nameWrong !== null}>
        {nameWrong !== null
          ? entry.text(nameWrong)
          : mayNot
            ? text.notThisRole(domain.role[role], changedBy)
            : text.who(changedBy)}
      </p>
      {other ? (
        <div className="decided-other">
          {roles.map((one) => (
            <Button
              key={one}
              data-role={one}
              title={domain.role[one]}
              aria-pressed={one === role}
              onClick={() => onChange({ person, role: one })}
            />
          ))}
          <input
            aria-label={text.name}
            placeholder={text.name}
            aria-invalid={nameWrong !== null}
            autoComplete="off"
            value={person}
            onChange={(event) => onChange({ person: event.target.value, role })}
          />
        </div>
      ) : (
        <div className="decided-team">
          {team.map(([name, as]) => (
            <Button
              key={`${as} ${name}`}
              data-decider={as}
              title={<span className="typed">{name}</span>}
              caption={domain.role[as]}
              aria-pressed={name === person && as === role}
              onClick={() => onChange({ person: name, role: as })}
            />
          ))}
          <Button title={text.somebodyElse} data-decider="other" onClick={takeOther} />
        </div>
      )}
    </div>
  );
}
