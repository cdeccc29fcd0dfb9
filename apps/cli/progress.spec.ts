import { Progress } from './progress.js';

function played(isTTY: boolean, seconds: number): string[] {
  const said: string[] = [];
  let now = 0;
  const progress = new Progress({ isTTY, write: (text) => said.push(text) }, () => now);
  const done = progress.counting('prefecture 01', 1_000_000, 'events');
  for (let second = 1; second <= seconds; second++) {
    now = second * 1_000;
    done(second * 10_000);
  }
  progress.clear();
  return said;
}

describe('progress', () => {
  it('says in a file, each ten seconds at most, how much is done, how fast, and how long it may still take', () => {
    expect(played(false, 25)).toEqual([
      'prefecture 01: 100,000 of 1,000,000 events, 10,000 a second, about 2 min left\n',
      'prefecture 01: 200,000 of 1,000,000 events, 10,000 a second, about 80 s left\n',
    ]);
  });

  it('rewrites one line of a terminal, and takes it back at the end', () => {
    const said = played(true, 3);
    expect(said).toHaveLength(4);
    expect(said.every((text) => text.startsWith('\r\u001b[K') && !text.includes('\n'))).toBe(true);
    expect(said.at(-1)).toBe('\r\u001b[K');
  });

  it('says nothing of what is over soon', () => {
    expect(played(false, 9)).toEqual([]);
  });
});
