import type { ConsoleView, RunView } from '../../electron/contract/view.ts';
import { fullName, hospitalNumberOf } from '../../electron/contract/words.ts';
import { PersonChip } from '../access/person-chip.tsx';
import { LanguageButton } from '../parts/language-button.tsx';
import { LinkDot } from '../parts/link-dot.tsx';
import { ThemeButton } from '../parts/theme-button.tsx';
import { wallTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './run-header.css';

/** Who, which session, which protocol, on which rig, by whom, and the time on the wall. */
export function RunHeader({ view, run }: { readonly view: ConsoleView; readonly run: RunView }) {
  const { run: text, domain } = useText();
  const { patient, sessionNumber } = run.case;
  const name = fullName(patient, domain.spoken);
  const { targetCelsius, minutes, version } = run.preset;
  const { link, identity, ageMs } = view.rig;
  return (
    <header className="run-header">
      <strong className="run-patient" data-long={name.length > 24}>
        {name} · {patient.birthDate}
      </strong>
      <span>{text.header.hospitalNumber(hospitalNumberOf(patient))}</span>
      <span>{text.header.session(sessionNumber)}</span>
      <span className="run-preset">{text.header.preset(targetCelsius, minutes, version)}</span>
      {run.simulation && (
        <span className="simulation">
          {text.header.simulation}
          {run.timeScale > 1 && <span> {text.header.timeScale(run.timeScale)}</span>}
        </span>
      )}
      <span className="run-header-space" />
      <span className="run-rig" data-link={link}>
        <LinkDot link={link} />
        {link === 'up' ? (
          <span>{identity === null ? text.header.noRig : text.header.rig(identity.serialNumber)}</span>
        ) : (
          <b>
            {text.header.link[link]}
            {link === 'ageing' && ageMs !== null && <> {text.ageing(ageMs)}</>}
          </b>
        )}
      </span>
      <PersonChip access={view.access} />
      <ThemeButton />
      <LanguageButton />
      <strong className="run-clock">{wallTime(view.wallMs)}</strong>
    </header>
  );
}
