import { getMetadataStorage } from 'class-validator';
import type { Type } from '@nestjs/common';
import type { AnyKind, Route } from '#cases';
import { KINDS } from '../../apps/contexts.js';

/** Places, institutions and meetings, which are no persons: their names are the region's own and stand in the log. */
const OF_THE_REGION = new Set([
  'ImportAreas: prefecture.name',
  'ActivateRuleSet: area',
  'ActivateRuleSet: agreed.elsewhere.name',
  'ChangeRules: agreed.elsewhere.name',
  'RegisterInstitution: name',
  'RegisterInstitution: municipality',
  'RegisterInstitution: block',
  'RegisterInstitution: serves',
  'RegisterInstitution: group',
  'ChangeInstitution: name',
  'ChangeInstitution: municipality',
  'ChangeInstitution: block',
  'ChangeInstitution: serves',
  'ChangeInstitution: group',
  'RegisterPatient: municipality',
  'RegisterPatient: block',
  'MovePatient: municipality',
  'MovePatient: block',
  'AgreeBackupArrangement: block',
  'EstablishCouncil: name',
  'ReviseCouncil: name',
  'PlanMeeting: place',
  'CallMeeting: place',
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

const routes: readonly (Route & { readonly command: string })[] = (KINDS as unknown as readonly AnyKind[]).flatMap(
  ({ commands }) => Object.entries(commands).flatMap(([command, { route }]) => (route ? [{ command, ...route }] : [])),
);

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

it('every text of a command goes to the personal-data store, or names a place, an institution or a meeting', () => {
  expect(routes.length).toBeGreaterThan(50);
  const stray = routes.flatMap(({ command, body, personal = {} }) => {
    const kept = new Set(Object.values(personal).flat());
    return textFields(body)
      .filter((field) => !kept.has(field))
      .map((field) => `${command}: ${field}`);
  });
  expect(stray.filter((field) => !OF_THE_REGION.has(field))).toEqual([]);
  expect(stray.length).toBeGreaterThan(0);
});
