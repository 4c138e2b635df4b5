import type { ConsoleView } from '../../electron/contract/view.ts';
import { interlocksIn } from '../../electron/contract/words.ts';
import { MachineStrip } from '../machine/machine-words.tsx';
import { PortChoice } from '../machine/port-choice.tsx';
import { standsOut } from '../machine/standing.ts';
import { LinkDot } from '../parts/link-dot.tsx';
import { number } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './rig-panel.css';

interface RigPanelProps {
  readonly view: ConsoleView;
  /** Something else needs the room: what is not needed at the bedside is left out. */
  readonly brief: boolean;
}

/** The rig: which one, how well it is heard, and what to do if it is not; and whose rules are in force. */
export function RigPanel({ view, brief }: RigPanelProps) {
  const words = useText();
  const text = words.setup.rig;
  const { rig } = view;
  const { site } = view.setup;
  const { identity, counters } = rig;
  const { exchanges, reconnects, noiseBytes: _, ...discarded } = counters;
  const lost = Object.values(discarded).reduce((sum, count) => sum + count, 0);
  const interlocks = interlocksIn(rig.interlockBits ?? 0);
  return (
    <section className="rig-panel panel" data-brief={brief}>
      <h2>
        <LinkDot link={rig.link} /> {text.heading}
        <span>{words.run.header.link[rig.link]}</span>
      </h2>
      <MachineStrip view={view} />
      {!brief && <p>{text.port(rig.port)}</p>}
      {identity !== null && (
        <>
          <p>
            {text.serial(identity.serialNumber)}
            {!brief && (
              <>
                <br />
                {text.firmware(identity.firmware)}
                {rig.state !== null && <> · {words.domain.rigState[rig.state]}</>}
              </>
            )}
          </p>
          {identity.features.simulated && (
            <p>
              <b className="simulation">{words.run.header.simulation}</b>{' '}
              {identity.timeScale > 1 && text.timeScale(identity.timeScale)}
            </p>
          )}
        </>
      )}
      {rig.problem === null && !brief && (
        <p className="rig-counters">
          {text.exchanges(exchanges)},{' '}
          {text.discarded(lost, number(exchanges === 0 ? 0 : (100 * lost) / exchanges, 2))},{' '}
          {text.reconnects(reconnects)}
        </p>
      )}
      {rig.problem !== null && (
        <p className="rig-problem" role="alert">
          {words.domain.problem(rig.problem)}
        </p>
      )}
      <PortChoice rig={rig} />
      {!brief && <p>{words.setup.site(site.name)}</p>}
      {!brief && site.notSignedOff.length > 0 && (
        <p className="rig-counters">{words.access.notSignedOff(site.notSignedOff.length)}</p>
      )}
      {site.problem !== null && (
        <p className="rig-problem" role="alert">
          {words.domain.problem(site.problem)}
        </p>
      )}
      {interlocks.length > 0 && !standsOut(view) && (
        <p className="rig-problem">
          {text.interlocks}: {interlocks.map((one) => words.domain.interlock[one]).join(', ')}
        </p>
      )}
    </section>
  );
}
