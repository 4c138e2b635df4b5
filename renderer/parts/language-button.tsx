import { prefer, usePreferences } from '../preferences.ts';
import './language-button.css';

/** The other language, written in itself: whoever needs it can read it. */
export function LanguageButton() {
  const language = usePreferences((state) => state.language);
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <button
      type="button"
      className="language-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      data-action="language"
      onClick={() => prefer({ language: other })}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
