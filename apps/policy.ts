import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deviations, policyOf, policyText, type AnyKind } from '#cases';
import { KINDS, PAGES } from './contexts.js';
import { PROJECT_ROOT } from './project-root.js';

/** 権限の表: what people review and sign; what the program declares is held to it (ADR 0033). */
export const POLICY_FILE = join(PROJECT_ROOT, 'policy.csv');

export const declaredPolicy = (): string => policyText(policyOf(KINDS as unknown as readonly AnyKind[], PAGES));

/** No process serves anybody by rights that nobody has reviewed. @throws with the lines that differ */
export function mustBeAsReviewed(declared = declaredPolicy(), reviewed = readFileSync(POLICY_FILE, 'utf8')): void {
  const differing = deviations(declared, reviewed);
  if (differing.length > 0)
    throw new Error(
      `権限がpolicy.csvと違うため、起動しません。/ The rights differ from policy.csv, so nothing is started. ` +
        `(npm run --silent cli -- policy)\n${differing.join('\n')}`,
    );
}
