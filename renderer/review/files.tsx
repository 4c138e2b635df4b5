import type { RunFiles } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import './files.css';

/** What was written and where, or why it was not. */
export function Files({ files }: { readonly files: RunFiles | null }) {
  const text = useText().review;
  if (files === null) {
    return <section className="review-files panel">{text.writing}</section>;
  }
  const written = [
    [text.report, files.report],
    [text.samples, files.samples],
    [text.summary, files.summary],
  ] as const;
  return (
    <section className="review-files panel">
      {files.problem !== null && (
        <p className="rig-problem" role="alert">
          {files.problem}
        </p>
      )}
      <dl>
        <dt>{text.folder}</dt>
        <dd>{files.folder}</dd>
        {written.map(([name, path]) => (
          <div key={name} className="review-file" data-written={path !== null}>
            <dt>{name}</dt>
            <dd>{path ?? text.notWritten}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
