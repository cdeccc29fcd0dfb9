import { declaredPolicy } from '../../policy.js';

/** Prints who may do what, as the program declares it: `policy.csv` is this, read and agreed to by people. */
export function printPolicy(): Promise<number> {
  process.stdout.write(declaredPolicy());
  return Promise.resolve(0);
}
