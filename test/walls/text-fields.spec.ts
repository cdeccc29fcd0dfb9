import { getMetadataStorage } from 'class-validator';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { ROUTES, type CommandRoute } from '#access';
import { PROJECT_ROOT } from '../../apps/project-root.js';

/** Places and institutions, which are no persons: their names are the region's own and stand in the log. */
const OF_THE_REGION = new Set([
  'ImportAreas: prefecture.name',
  'ActivateRuleSet: area',
  'RegisterInstitution: name',
  'RegisterInstitution: municipality',
  'RegisterInstitution: block',
  'RegisterInstitution: serves',
  'RegisterPatient: municipality',
  'RegisterPatient: block',
  'AgreeBackupArrangement: block',
  'RaiseIssueSignal: municipality',
  'RaiseIssueSignal: otherMunicipalities',
]);

/** Validators that leave a text free; any other (a list, an id, a date, a pattern) makes it a code. */
const LEAVE_FREE = new Set([
  'isString',
  'isLength',
  'maxLength',
  'minLength',
  'isArray',
  'arrayMaxSize',
  'arrayUnique',
]);

async function routes(): Promise<CommandRoute[]> {
  const libs = join(PROJECT_ROOT, 'libs');
  const files = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.controller.ts'));
  const found: CommandRoute[] = [];
  // One after the other: jest cannot import modules that share others at the same time.
  for (const file of files) {
    const module = (await import(join(libs, file))) as Record<string, object>;
    for (const one of Object.values(module))
      found.push(...((Reflect.getMetadata(ROUTES, one) as CommandRoute[] | undefined) ?? []));
  }
  return found;
}

/** Fields in which anything can be written, as paths ("consulter.callbackTo"). */
function textFields(body: Type<object>, above = ''): string[] {
  const all = getMetadataStorage().getTargetValidationMetadatas(body, '', false, false);
  const validators = new Map(
    all.map(({ propertyName: field }) => [field, all.filter((m) => m.propertyName === field)]),
  );
  return [...validators].flatMap(([field, metadatas]) => {
    const type = Reflect.getMetadata('design:type', body.prototype as object, field) as Type<object>;
    const nested = metadatas.some(({ type: kind }) => kind === 'nestedValidation');
    if (nested) return textFields(type, `${above}${field}.`);
    const names = metadatas.flatMap(({ type: kind, name }) => (kind === 'customValidation' ? [name ?? ''] : []));
    const said = names.includes('isString') || names.includes('isLength');
    return said && names.every((name) => LEAVE_FREE.has(name)) ? [`${above}${field}`] : [];
  });
}

it('every text of a command goes to the personal-data store, or names a place or an institution', async () => {
  const all = await routes();
  expect(all.length).toBeGreaterThan(50);
  const stray = all.flatMap(({ command, body, personal = {} }) => {
    const kept = new Set(Object.values(personal).flat());
    return textFields(body)
      .filter((field) => !kept.has(field))
      .map((field) => `${command}: ${field}`);
  });
  expect(stray.filter((field) => !OF_THE_REGION.has(field))).toEqual([]);
  expect(stray.length).toBeGreaterThan(0);
});
