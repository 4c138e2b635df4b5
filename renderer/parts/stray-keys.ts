/** A scanner sends a character every few ms, on a busy computer later; nobody presses a button so soon after one (chosen). */
const burstMs = 500;

/** So many characters, each so soon after the one before, are a scanner's: no hand types a word like that, ms (chosen). */
const scanned = { characters: 6, withinMs: 50 } as const;

/** Where an Enter answers a question. A field that is made for a scanner stands elsewhere. */
const answers = '.access-panel, .dialogue, .site-panel';

/**
 * A scanner types its code and Enter to whatever has the focus, and a cloth wipes over keys: a button that a pointer
 * has pressed gives the focus up, and an Enter or space that comes right behind a character presses nothing. In a field
 * that asks for a PIN, a name or a reason, what a scanner has typed is no answer.
 */
export function keepStrayKeysOff(view: Window & typeof globalThis): void {
  let lastMs = Number.NEGATIVE_INFINITY;
  let inARow = 0;
  const leave = (event: UIEvent) => {
    const focused = view.document.activeElement;
    // A click without a pointer is a key's, and a key goes on from where it is.
    const byPointer = event.type !== 'click' || event.detail > 0;
    if (byPointer && focused instanceof view.HTMLElement && isPressed(focused)) focused.blur();
  };
  const onKey = (event: KeyboardEvent) => {
    const presses = event.key === 'Enter' || event.key === ' ';
    const { target } = event;
    const sinceMs = event.timeStamp - lastMs;
    const isScan = inARow >= scanned.characters && sinceMs <= scanned.withinMs;
    if (
      presses &&
      target instanceof view.HTMLElement &&
      ((sinceMs < burstMs && isPressed(target)) ||
        (event.key === 'Enter' && isScan && target.closest(answers) !== null))
    ) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (event.key.length !== 1) return;
    inARow = sinceMs <= scanned.withinMs ? inARow + 1 : 1;
    lastMs = event.timeStamp;
  };
  view.addEventListener('pointerup', leave, { capture: true });
  // By touch the focus comes after the finger has gone.
  view.addEventListener('click', leave, { capture: true });
  view.addEventListener('keydown', onKey, { capture: true });
}

const isPressed = (element: HTMLElement): boolean =>
  element.matches('button, [type="checkbox"], [type="radio"]');
