/** More kinds than that are one mistake with a changing text. */
const mostKinds = 50;

/** Says a line unless one like it, but for its figures, was said before. */
export function onceOfEachKind(say: (line: string) => void): (line: string) => void {
  const said = new Set<string>();
  return (line) => {
    const kind = line.replaceAll(/\d+/g, '0');
    if (said.has(kind) || said.size >= mostKinds) return;
    said.add(kind);
    say(line);
  };
}
