import { useText } from '../text/text.ts';
import './changed-mark.css';

/** Beside a figure whose alarm limit is another than the run began with. */
export function ChangedMark() {
  const text = useText().run.figures;
  return <i className="changed-mark" role="img" aria-label={text.limitChanged} />;
}
