import { getMetadataStorage } from 'class-validator';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Type } from '@nestjs/common';
import type { AnyKind, Route } from '#cases';
import { CONTEXTS } from '../../apps/contexts.js';
import { PROJECT_ROOT } from '../../apps/project-root.js';

const LIBS = join(PROJECT_ROOT, 'libs');

/** Fields that stand in no fact under their own name, and why that is right. */
const KEPT_OTHERWISE: Readonly<Record<string, string>> = {
  'ArrangeAgenda: seen': 'refused where the agenda has another version by now',
  'ChangeCareManager: nobody': 'the fact names no care manager',
  'ChangeInstitution: clear': 'the fact names what it clears as cleared',
  'ChangePrimaryPhysician: nobody': 'the fact names no clinic',
  'ChangeRules: set': 'the fact holds the whole edition as values',
  'ChangeRules: withdrawn': 'the fact holds the whole edition, without them',
  'ChangeUser: withoutWard': 'the record of the name that holds from now on has no ward',
  'LogConsultation: consulter.user': 'the fact names who has asked as askedBy',
  'PublishOnCallShifts: shifts': 'each turn is a fact of its own',
  'RaiseIssueSignal: municipality': 'the fact holds its area',
  'RaiseIssueSignal: otherMunicipalities': 'the fact holds their areas; one that is not known is refused',
  'ScheduleAgendaItem: addLate': 'without it, an agenda that has closed takes no more',
};

interface Posted extends Route {
  readonly command: string;
  readonly context: string;
}

const posted: readonly Posted[] = Object.entries(CONTEXTS).flatMap(([context, { kinds }]) =>
  (kinds as unknown as readonly AnyKind[]).flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([command, { route }]) => (route ? [{ command, context, ...route }] : [])),
  ),
);

/** Every field of a body, as paths ("consulter.callbackTo"). */
function fieldsOf(body: Type<object>, above = ''): string[] {
  const all = getMetadataStorage().getTargetValidationMetadatas(body, '', false, false);
  return [...new Set(all.map(({ propertyName }) => propertyName))].flatMap((field) => {
    const type = Reflect.getMetadata('design:type', body.prototype as object, field) as Type<object> | undefined;
    const nested = all.some(({ propertyName, type: kind }) => propertyName === field && kind === 'nestedValidation');
    return nested && type && (type as unknown) !== Array ? fieldsOf(type, `${above}${field}.`) : [`${above}${field}`];
  });
}

/** The names of all that the facts of a context hold, as the compiler sees their payloads. */
function namesInFacts(contexts: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const { config } = ts.readConfigFile(join(PROJECT_ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, PROJECT_ROOT);
  const filesOf = (context: string) =>
    readdirSync(join(LIBS, context, 'domain'))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => join(LIBS, context, 'domain', file));
  const program = ts.createProgram([...contexts].flatMap(filesOf), { ...options, noEmit: true });
  const checker = program.getTypeChecker();

  const gather = (type: ts.Type, into: Set<string>, depth: number): void => {
    if (depth === 0) return;
    const parts = type.isUnionOrIntersection() ? type.types : [];
    for (const part of parts) gather(part, into, depth);
    if (!(type.flags & ts.TypeFlags.Object)) return;
    const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (item) return gather(item, into, depth - 1);
    for (const property of checker.getPropertiesOfType(type)) {
      into.add(property.name);
      gather(checker.getTypeOfSymbol(property), into, depth - 1);
    }
  };

  return new Map(
    [...contexts].map((context) => {
      const names = new Set<string>();
      for (const file of filesOf(context))
        program.getSourceFile(file)?.forEachChild((node) => {
          if (!ts.isTypeAliasDeclaration(node)) return;
          const payload = checker.getTypeFromTypeNode(node.type).getProperty('payload');
          if (payload) gather(checker.getTypeOfSymbol(payload), names, 4);
        });
      return [context, names];
    }),
  );
}

it('every field that a command takes reaches a fact or the personal-data store', () => {
  expect(posted.length).toBeGreaterThan(50);
  const facts = namesInFacts(new Set(posted.map(({ context }) => context)));
  expect(facts.get('handovers')?.has('insuredType')).toBe(true);
  expect(facts.get('handovers')?.has('nothing')).toBe(false);
  const dropped = posted.flatMap(({ command, context, body, personal = {}, occurred = 'occurredAt' }) => {
    const kept = new Set([...Object.values(personal).flat(), occurred]);
    return fieldsOf(body)
      .filter((field) => !kept.has(field) && !facts.get(context)?.has(field.split('.').at(-1) ?? ''))
      .map((field) => `${command}: ${field}`);
  });
  expect(dropped.toSorted()).toEqual(Object.keys(KEPT_OTHERWISE).toSorted());
}, 120_000);
