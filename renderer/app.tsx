import { ReviewScreen } from './screens/review.tsx';
import { RunScreen } from './screens/run.tsx';
import { SetupScreen } from './screens/setup.tsx';
import { useConsole } from './store.ts';
import { useText } from './text/text.ts';

/** One screen a stage. Which stage it is, main says. */
export function App() {
  const view = useConsole((state) => state.view);
  const text = useText();
  if (view === null) return <p className="waiting">{text.waiting.connecting}</p>;
  if (view.stage === 'run' && view.run !== null) return <RunScreen view={view} run={view.run} />;
  if (view.stage === 'review' && view.run !== null) return <ReviewScreen view={view} run={view.run} />;
  return <SetupScreen view={view} />;
}
