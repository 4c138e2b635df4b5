/**
 * What is wrong with the layout of the page as it stands: text that is cut off, boxes that lie over each other,
 * anything outside the window. Runs in the page, so it refers to nothing outside itself.
 */
export function layoutFaults(): string[] {
  const faults: string[] = [];
  /** What scrolls, or lies over all: what is outside of it is not seen. */
  const scrolled =
    '.list, .history-rows, .setup-form, .missing, .review-figures, .dialogue, .site-body, .sign-body, .deliveries';
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
  const describe = (element: Element) =>
    `${name(element)} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  const visible = (element: Element) =>
    element.checkVisibility({ opacityProperty: false, visibilityProperty: true });
  const html = [...document.querySelectorAll<HTMLElement>('#root *')].filter(
    (element) => element instanceof HTMLElement && visible(element),
  );
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
  for (const element of html) {
    const style = getComputedStyle(element);
    if (style.display === 'inline' || element.clientWidth === 0 || element.matches('input, textarea, .typed'))
      continue;
    if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
      faults.push(`cut in width: ${describe(element)}`);
    if (
      element.scrollHeight > element.clientHeight + 2 &&
      !scrolls(element) &&
      style.overflowY !== 'visible'
    ) {
      faults.push(`cut in height: ${describe(element)}`);
    }
    const box = element.getBoundingClientRect();
    const inScroll = element.closest(scrolled) !== null;
    if (
      !inScroll &&
      (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
    ) {
      faults.push(`outside the window: ${describe(element)}`);
    }
  }
  const flows = (element: Element) => {
    const { position, display } = getComputedStyle(element);
    return position !== 'absolute' && position !== 'fixed' && display !== 'inline' && visible(element);
  };
  for (const parent of html) {
    const children = [...parent.children].filter((child) => child instanceof HTMLElement && flows(child));
    for (const [index, one] of children.entries()) {
      for (const other of children.slice(index + 1)) {
        const a = one.getBoundingClientRect();
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        const stacked =
          getComputedStyle(one).gridArea === getComputedStyle(other).gridArea &&
          name(parent).includes('mark');
        if (wide > 1.5 && high > 1.5 && !stacked)
          faults.push(`overlap: ${describe(one)} and ${describe(other)}`);
      }
    }
  }
  /** A column of the run screen that is higher than its place pushes its last panel under the values below; half the gap is left. */
  for (const column of document.querySelectorAll('.run-figures')) {
    const place = column.getBoundingClientRect();
    for (const panel of column.children)
      if (panel.getBoundingClientRect().bottom > place.bottom + 4)
        faults.push(`pushed out: ${describe(panel)}`);
  }
  /** Text that sticks out of the panel or button it stands in. */
  for (const frame of document.querySelectorAll('.panel, .button, .status-strip')) {
    const outer = frame.getBoundingClientRect();
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent === null || parent.matches('.typed') || !visible(parent) || parent.closest(scrolled))
        continue;
      if ((walker.currentNode.textContent ?? '').trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      /** The box of a line is higher than its letters. */
      const air = box.height * 0.16;
      if (
        box.left < outer.left - 1 ||
        box.right > outer.right + 1 ||
        box.top + air < outer.top ||
        box.bottom - air > outer.bottom
      ) {
        faults.push(`text out of its frame: "${walker.currentNode.textContent}" in ${name(frame)}`);
      }
    }
  }
  return [...new Set(faults)];
}
