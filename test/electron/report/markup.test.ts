import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, html } from '../../../electron/report/markup.ts';

describe('markup', () => {
  it('never lets typed text become a tag or an attribute', () => {
    expect(html`<b title="${'"><script>'}">${"<img> & 'more'"}</b>`.markup).toBe(
      '<b title="&quot;&gt;&lt;script&gt;">&lt;img&gt; &amp; &#39;more&#39;</b>',
    );
  });

  it('keeps markup, lists of it and nothing as they are', () => {
    expect(html`${[html`<i>1</i>`, html`<i>2</i>`]}${null}${3}`.markup).toBe('<i>1</i><i>2</i>3');
  });

  it('writes no quote, tag or line break into a CSS string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cssString(text).slice(1, -1)).not.toMatch(/["<>\n\r;{}]/);
      }),
    );
    expect(cssString('王 A"</style>')).toBe('"王 A\\22 \\3c \\2f style\\3e "');
  });
});
