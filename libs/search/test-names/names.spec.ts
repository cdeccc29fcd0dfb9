import { readFileSync } from 'node:fs';
import { isMeant } from '../domain/name.js';

interface Case {
  readonly name: string;
  readonly kana: string;
  readonly finds: readonly string[];
  readonly misses: readonly string[];
}

/** 300 invented people, and how somebody on the telephone might look for them. */
const NAMES = JSON.parse(readFileSync(new URL('names.json', import.meta.url), 'utf8')) as readonly Case[];

describe('the public set of names', () => {
  it('has 300 people, each looked for in ten ways or more', () => {
    expect(NAMES).toHaveLength(300);
    expect(new Set(NAMES.map(({ name, kana }) => `${name} ${kana}`)).size).toBe(300);
    expect(NAMES.filter(({ finds, misses }) => finds.length < 10 || misses.length < 3)).toEqual([]);
  });

  it.each(NAMES.map((person) => [person.name, person] as const))(
    'finds %s, and not by what is somebody else’s',
    (_name, person) => {
      expect(person.finds.filter((query) => !isMeant(person, query))).toEqual([]);
      expect(person.misses.filter((query) => isMeant(person, query))).toEqual([]);
    },
  );
});
