/** The titles of a test file, read from its syntax tree without running it. */
import { parseAst } from 'vite';

/** A suite or a test: the titles that lead to it, as written; placeholders of templates and tables stand in them. */
export type TitlePath = readonly string[];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Every suite and every test of a file, in order. One that is skipped, to be done or without a title is none. */
export function titlePaths(text: string, lang: 'ts' | 'tsx' = 'ts'): readonly TitlePath[] {
  const found: TitlePath[] = [];
  collect(parseAst(text, { lang }), [], text, found);
  return found;
}

function collect(value: unknown, above: TitlePath, text: string, found: TitlePath[]): void {
  if (typeof value !== 'object' || value === null) return;
  const title = isNode(value) ? titleOf(value, text) : null;
  const path = title === null ? above : [...above, title];
  if (title !== null) found.push(path);
  for (const inner of Object.values(value)) collect(inner, path, text, found);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The title of a call of `describe`, `it` or `test`, of `.each` as well; `null` for any other node. */
function titleOf(node: Node, text: string): string | null {
  if (node.type !== 'CallExpression' || !Array.isArray(node.arguments)) return null;
  const [words, ...names] = calleeNames(node.callee);
  if (words === undefined || !['describe', 'it', 'test'].includes(words)) return null;
  if (names.includes('skip') || names.includes('todo')) return null;
  const [title, ...rest] = node.arguments as readonly unknown[];
  return isNode(title) && rest.length > 0 ? written(title, text) : null;
}

/** `describe.each(table)` as its names: describe, each. */
function calleeNames(callee: unknown): readonly string[] {
  if (!isNode(callee)) return [];
  if (callee.type === 'Identifier') return [String(callee.name)];
  if (callee.type === 'CallExpression') return calleeNames(callee.callee);
  if (callee.type !== 'MemberExpression' || !isNode(callee.property)) return [];
  return [...calleeNames(callee.object), String(callee.property.name)];
}

function written(title: Node, text: string): string | null {
  if (title.type === 'Literal' && typeof title.value === 'string') return title.value;
  if (title.type !== 'TemplateLiteral') return null;
  return text.slice(Number(title.start) + 1, Number(title.end) - 1);
}
