/** What a source file imports, and which clocks and dice it reaches for, read from its syntax tree. */
import { parseAst } from 'vite';

export interface SourceFacts {
  /** Every module it names: static, dynamic, re-exported, type-only; `null` where the name is computed. */
  readonly imports: readonly (string | null)[];
  /** Uses of the machine's clock, chance, timers, console or process. */
  readonly impurities: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function readSource(text: string, file: string): SourceFacts {
  const nodes = [...walk(parseAst(text, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }))];
  return {
    imports: nodes.filter(namesModule).map(moduleName),
    impurities: nodes.map(impurity).filter((found) => found !== null),
  };
}

function* walk(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const inner of Object.values(value)) yield* walk(inner);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const importing = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

function namesModule(node: Node): boolean {
  if (node.type === 'CallExpression') return isNode(node.callee) && node.callee.name === 'require';
  if (node.type === 'TSExternalModuleReference') return true;
  return importing.includes(node.type) && node.source !== null;
}

function moduleName(node: Node): string | null {
  const [argument] = Array.isArray(node.arguments) ? node.arguments : [];
  const name = node.source ?? node.expression ?? argument;
  return isNode(name) && typeof name.value === 'string' ? name.value : null;
}

const impureGlobals = [
  'process',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'performance',
];

/** `Date.now`, `new Date()`, `Math.random` and the like; reading a given time with `new Date(ms)` is pure. */
function impurity(node: Node): string | null {
  if (node.type === 'NewExpression' && isNode(node.callee) && node.callee.name === 'Date') {
    return Array.isArray(node.arguments) && node.arguments.length === 0 ? 'new Date()' : null;
  }
  const object =
    node.type === 'MemberExpression' ? node.object : node.type === 'CallExpression' ? node.callee : null;
  if (!isNode(object) || object.type !== 'Identifier') return null;
  const property = isNode(node.property) ? String(node.property.name) : '';
  const full = property === '' ? String(object.name) : `${object.name}.${property}`;
  const impure = impureGlobals.includes(String(object.name)) || ['Date.now', 'Math.random'].includes(full);
  return impure ? full : null;
}
