import { prefer } from '../preferences.ts';
import { useText } from '../text/text.ts';
import './theme-button.css';

/** Dark for a dimmed theatre, light for a bright ward. */
export function ThemeButton() {
  const text = useText().run.header;
  const toggle = () =>
    prefer({ theme: document.documentElement.dataset.theme === 'light' ? 'dark' : 'light' });
  return <button type="button" className="theme-button" aria-label={text.theme} onClick={toggle} />;
}
