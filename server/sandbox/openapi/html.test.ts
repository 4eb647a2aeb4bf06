import { expect, test } from 'vitest';
import { html } from './html.ts';

test('inserted text is escaped, inserted HTML is not, nothing is left of false and undefined', () => {
  const inner = html`<b>${`<script>"&'`}</b>`;
  expect(html`<p>${inner}${[inner]}${false}${undefined}${3}</p>`.text).toBe(
    '<p><b>&lt;script&gt;&quot;&amp;&#39;</b><b>&lt;script&gt;&quot;&amp;&#39;</b>3</p>',
  );
});
