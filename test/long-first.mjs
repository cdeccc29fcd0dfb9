import Sequencer from '@jest/test-sequencer';

/** The files that take longest although they are short: begun last, one of two workers would wait for them. */
const LONG = /\/scenarios-\w+\.int\.spec\.ts$/;

export default class LongFirst extends Sequencer {
  sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- not of an array
    return super.sort(tests).toSorted((a, b) => Number(LONG.test(b.path)) - Number(LONG.test(a.path)));
  }
}
