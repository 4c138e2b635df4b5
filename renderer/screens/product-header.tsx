import type { ConsoleView } from '../../electron/contract/view.ts';
import { PersonChip } from '../access/person-chip.tsx';
import { LanguageButton } from '../parts/language-button.tsx';
import { ThemeButton } from '../parts/theme-button.tsx';
import '../run/run-header.css';
import { wallTime } from '../text/format.ts';
import { useText } from '../text/text.ts';

/** The head of a screen without a run. */
export function ProductHeader({ view }: { readonly view: ConsoleView }) {
  const text = useText().setup.setup;
  return (
    <header className="run-header">
      <strong>{text.product}</strong>
      <span>{text.version(view.consoleVersion)}</span>
      <span>{text.notCleared}</span>
      <span className="run-header-space" />
      <PersonChip access={view.access} />
      <ThemeButton />
      <LanguageButton />
      <strong className="run-clock">{wallTime(view.wallMs)}</strong>
    </header>
  );
}
