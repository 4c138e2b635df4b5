import { actorName, inUnit, withUnit } from '../../electron/contract/text.ts';
import type { AlarmLimitView } from '../../electron/contract/view.ts';
import { ChangedMark } from '../parts/changed-mark.tsx';
import { useText } from '../text/text.ts';

/** Changed limits: what each is and was, and who changed it last. */
export function LimitRows({ limits }: { readonly limits: readonly AlarmLimitView[] }) {
  const { run, domain } = useText();
  const text = run.figures;
  return (
    <ul className="limits-lines">
      {limits.map(({ name, unit, value, initial, changes }) => {
        const last = changes.at(-1);
        return (
          <li key={name} className="limits-line">
            <span>
              {domain.alarmLimit[name]}
              <ChangedMark />
            </span>
            <b>{text.limitNow(withUnit(value, unit), inUnit(initial, unit))}</b>
            {last !== undefined && (
              <span>
                {text.limitBy(actorName(domain, last.by), domain.role[last.role], last.sessionMs / 1000)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
