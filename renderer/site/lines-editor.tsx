import type { ReactNode } from 'react';
import { mostListItems } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { blankLine, type DraftFields } from './draft.ts';
import type { Fields } from './shapes.ts';
import { below, type EditorProps, FieldRow, Said, ValueEditor } from './value-editor.tsx';

/** Lines of a list with an id each, which is made once and stays. */
export function LinesEditor({
  of,
  draft,
  problems,
  onChange,
}: EditorProps<readonly DraftFields[]> & { readonly of: Fields }) {
  const text = useText().site;
  return (
    <List
      lines={draft}
      blank={() => blankLine(of)}
      onChange={onChange}
      head={<Said problems={problems} />}
      draw={(line, index, put, buttons) => (
        <>
          <FieldRow of={of} draft={line} problems={below(problems, String(index))} onChange={put}>
            {buttons}
          </FieldRow>
          <small>{line.id === '' ? text.newLine : text.id(String(line.id))}</small>
        </>
      )}
    />
  );
}

/** Lines that are names and nothing else. */
export function NamesEditor({ draft, problems, onChange }: EditorProps<readonly string[]>) {
  const text = useText().site;
  return (
    <List
      lines={draft}
      blank={() => ''}
      onChange={onChange}
      head={<Said problems={problems} />}
      draw={(line, index, put, buttons) => (
        <div className="site-row-fields">
          <ValueEditor
            shape={{ kind: 'text', most: Number.POSITIVE_INFINITY, needed: true }}
            label={text.drugName}
            draft={line}
            problems={below(problems, String(index))}
            onChange={(typed) => put(String(typed))}
          />
          {buttons}
        </div>
      )}
    />
  );
}

interface ListProps<Line> {
  readonly lines: readonly Line[];
  readonly blank: () => Line;
  readonly onChange: (lines: readonly Line[]) => void;
  readonly head: ReactNode;
  readonly draw: (line: Line, index: number, put: (line: Line) => void, buttons: ReactNode) => ReactNode;
}

/** Up, down and out by a button each: gloves drag nothing. */
function List<Line>({ lines, blank, onChange, head, draw }: ListProps<Line>) {
  const text = useText().site;
  const without = (index: number) => lines.filter((_, other) => other !== index);
  const moved = (index: number, to: number) => {
    const [line] = lines.slice(index, index + 1) as [Line];
    onChange(without(index).toSpliced(to, 0, line));
  };
  return (
    <div className="site-lines">
      {head}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line that is new has nothing else to be known by.
        <div className="site-line" key={index} data-line={index}>
          <b>{index + 1}</b>
          <div className="site-line-fields">
            {draw(
              line,
              index,
              (put) => onChange(lines.with(index, put)),
              <div className="site-line-buttons">
                <Button
                  title="↑"
                  aria-label={text.up}
                  data-action="up"
                  aria-disabled={index === 0}
                  onClick={() => index > 0 && moved(index, index - 1)}
                />
                <Button
                  title="↓"
                  aria-label={text.down}
                  data-action="down"
                  aria-disabled={index === lines.length - 1}
                  onClick={() => index < lines.length - 1 && moved(index, index + 1)}
                />
                <Button title={text.remove} data-action="remove" onClick={() => onChange(without(index))} />
              </div>,
            )}
          </div>
        </div>
      ))}
      <Button
        title={text.add}
        data-action="add-line"
        aria-disabled={lines.length >= mostListItems}
        onClick={() => lines.length < mostListItems && onChange([...lines, blank()])}
      />
    </div>
  );
}
