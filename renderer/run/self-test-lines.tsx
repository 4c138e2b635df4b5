import type { RunView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import './self-test-lines.css';

/** Every check of the self-test, in order: what it proves, how it stands, what was found. */
export function SelfTestLines({ run }: { readonly run: RunView }) {
  const { run: text, domain } = useText();
  return (
    <ol className="list self-test">
      {run.selfTest.map(({ check, state, detail }) => (
        <li key={check} data-state={state}>
          <i />
          <span className="self-test-check">{text.selfTestChecks[check] ?? check}</span>
          <span className="self-test-detail">{domain.selfTestDetail(detail)}</span>
          <b>{text.panel.selfTestState[state]}</b>
        </li>
      ))}
    </ol>
  );
}
