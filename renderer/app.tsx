import type { ConsoleView } from '../electron/contract/view.ts';
import { AccessLayer } from './access/access-layer.tsx';
import { CoreCover } from './core-watch/core-cover.tsx';
import { ReviewLayer } from './review/review-layer.tsx';
import { RecoveryScreen } from './screens/recovery.tsx';
import { ReviewScreen } from './screens/review.tsx';
import { RunScreen } from './screens/run.tsx';
import { SetupScreen } from './screens/setup.tsx';
import { SiteLayer } from './site/site-layer.tsx';
import { useConsole } from './store.ts';
import { useText } from './text/text.ts';

/** One screen a stage, and over it what is said when main itself is silent. */
export function App() {
  const view = useConsole((state) => state.view);
  return (
    <>
      <Screen view={view} />
      <SiteLayer view={view} />
      <ReviewLayer view={view} />
      <AccessLayer view={view} />
      <CoreCover view={view} />
    </>
  );
}

/** Which stage it is, main says. */
function Screen({ view }: { readonly view: ConsoleView | null }) {
  const text = useText();
  if (view === null) return <p className="waiting">{text.waiting.connecting}</p>;
  if (view.stage === 'run' && view.run !== null) return <RunScreen view={view} run={view.run} />;
  if (view.stage === 'review' && view.run !== null) return <ReviewScreen view={view} run={view.run} />;
  if (view.recovery !== null) return <RecoveryScreen view={view} recovery={view.recovery} />;
  return <SetupScreen view={view} />;
}
