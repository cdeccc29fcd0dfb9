import type { Forms } from '../feature.ts';
import type { FormDefinition } from '../forms/definitions.ts';

let known: Forms = {};

/** Nothing until they are fetched. */
export const formOf = (command: string): FormDefinition | undefined =>
  (known as Record<string, FormDefinition>)[command];

export async function loadForms(): Promise<void> {
  ({ FORMS: known } = await import('../features/forms.ts'));
}
