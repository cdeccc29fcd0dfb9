import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../apps/project-root.js';

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources: readonly Source[] = ['libs', 'apps', 'migrations']
  .flatMap((root) =>
    readdirSync(join(PROJECT_ROOT, root), { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(PROJECT_ROOT, file), 'utf8') }));

const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

/** What a person writes stays text: React escapes it, and nothing goes around React. */
const AS_HTML =
  /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
const MARKDOWN = /from '(?:marked|markdown-it|react-markdown|remark|showdown)/;

describe('the program', () => {
  it('writes no HTML and runs no text', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(filesWith(AS_HTML)).toEqual([]);
    expect(filesWith(MARKDOWN)).toEqual([]);
  });

  it('starts no process but its own PostgreSQL', () => {
    expect(filesWith(/child_process/).map((file) => file.replace(/[^/]+$/, ''))).toEqual([
      'libs/platform/database/embedded/',
      'libs/platform/database/embedded/',
    ]);
  });

  it.each([
    ['<p dangerouslySetInnerHTML={{ __html: text }} />', AS_HTML],
    ['box.innerHTML = text', AS_HTML],
    ['eval(text)', AS_HTML],
    ["import Markdown from 'react-markdown';", MARKDOWN],
  ])('would be seen to by %s', (text, pattern) => expect(pattern.test(text)).toBe(true));
});
