import { describe, expect, it } from 'vitest';
import { editorTheme, pageColours } from './editor-theme';

const LIGHT: Readonly<Record<string, string>> = {
  '--bg': '#f8fbfb',
  '--ink': '#141c21',
  '--ink-3': '#5c646b',
  '--focus': '#2955d3',
};

describe("the editor's theme", () => {
  it('has the colours of the page and lets its surface show through', () => {
    const { base, colors, rules } = editorTheme(pageColours((token) => LIGHT[token] ?? null));
    expect(base).toBe('vs');
    expect(colors).toMatchObject({
      'editor.foreground': '#141c21',
      'editor.background': '#f8fbfb00',
      focusBorder: '#2955d3',
    });
    expect(rules).toContainEqual({ token: 'comment', foreground: '5c646b' });
    expect(rules).toContainEqual({ token: 'keyword', foreground: '141c21', fontStyle: 'bold' });
  });

  it('stands on the dark one where the page is dark', () => {
    expect(editorTheme(pageColours((token) => (token === '--bg' ? '#0f1317' : null))).base).toBe('vs-dark');
  });

  it('leaves to the editor what the page does not set', () => {
    const { base, colors } = editorTheme(pageColours(() => null));
    expect(base).toBe('vs');
    expect(colors).toEqual({});
  });
});
