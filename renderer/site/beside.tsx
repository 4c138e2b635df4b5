import { useText } from '../text/text.ts';
import type { Shape } from './shapes.ts';
import { valueWords } from './value-words.ts';

interface BesideProps {
  readonly shape: Shape;
  readonly old: unknown;
  readonly now: unknown;
}

/** What it was and what it becomes, side by side; lines that differ are marked. */
export function Beside({ shape, old, now }: BesideProps) {
  const words = useText();
  const text = words.site;
  const before = valueWords(shape, old, words);
  const after = valueWords(shape, now, words);
  return (
    <div className="site-beside">
      <Column name={text.old} lines={before} other={after} />
      <Column name={text.new} lines={after} other={before} />
    </div>
  );
}

interface ColumnProps {
  readonly name: string;
  readonly lines: readonly string[];
  readonly other: readonly string[];
}

function Column({ name, lines, other }: ColumnProps) {
  const kept = lines.filter((line) => other.includes(line));
  const keptThere = other.filter((line) => lines.includes(line));
  /** New, gone, or in another place among those that stay. */
  const differs = (line: string): boolean =>
    !other.includes(line) || kept.indexOf(line) !== keptThere.indexOf(line);
  return (
    <div>
      <h3>{name}</h3>
      <ol>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are shown and never change places here.
          <li key={index} data-differs={differs(line)}>
            {line}
          </li>
        ))}
      </ol>
    </div>
  );
}
