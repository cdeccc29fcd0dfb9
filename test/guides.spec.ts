import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('..', import.meta.url).pathname;
const GUIDES = ['docs/security.md', 'docs/operation.md'];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const FILES = /`((?:apps|docker|docs|libs|migrations|scripts|test|\.ci)\/[^`\s*…]*|README\.md|package\.json)`/g;
const LINKS = /\]\((?!https?:)([^)#]+)/g;
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = '']) => one);

/** A guide that names what is not there is believed until somebody needs it. */
describe.each(GUIDES)('%s', (guide) => {
  const text = read(guide);

  it('names only files that are there', () => {
    const files = found(text, FILES);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(found(text, LINKS).filter((file) => !existsSync(join(ROOT, 'docs', file)))).toEqual([]);
  });

  it('names only commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(found(text, /npm run (?:--silent )?([\w:]+)/g).filter((name) => scripts[name] === undefined)).toEqual([]);
    const main = read('apps/cli/main.ts');
    const commands = [...found(text, /(?:cli --|cli\/main\.js) ([\w-]+)/g)];
    expect(commands.filter((name) => !new RegExp(`^ {2}'?${name}'?:`, 'm').test(main))).toEqual([]);
  });

  it('names only settings that are read', () => {
    const settings = read('libs/platform/settings.ts');
    const names = found(text, /`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g);
    expect(names.filter((name) => !settings.includes(`'${name}'`))).toEqual([]);
  });
});
