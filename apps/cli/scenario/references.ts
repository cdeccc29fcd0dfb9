import type { OpenAPIObject, OperationObject, ParameterObject } from '@nestjs/swagger';
import { REFERENCE } from '#platform';

/**
 * Names of the fields whose text may name something of a scenario's file; others are taken as they stand. They are what the
 * API declares as ids, in bodies and in paths.
 */
export function referencesOf({ paths, components }: OpenAPIObject): ReadonlySet<string> {
  const fields = Object.values(components?.schemas ?? {}).flatMap((schema) =>
    Object.entries('properties' in schema ? (schema.properties ?? {}) : {}),
  );
  const parameters = Object.values(paths)
    .flatMap((methods) => Object.values(methods) as OperationObject[])
    .flatMap((operation) => (operation.parameters ?? []) as ParameterObject[]);
  return new Set([
    ...fields.flatMap(([name, field]) =>
      isMarked(field) || ('items' in field && isMarked(field.items)) ? [name] : [],
    ),
    ...parameters.flatMap(({ name, in: place, schema }) =>
      place === 'path' && schema && 'format' in schema && schema.format === 'uuid' ? [name] : [],
    ),
  ]);
}

const isMarked = (field: object | undefined): boolean => field !== undefined && REFERENCE in field;
