import { answerOf, builtOpenApi, operationsOf } from './open-api.js';

describe('the OpenAPI document', () => {
  const document = builtOpenApi();
  const operations = operationsOf(document);

  it('names every operation once', () => {
    const ids = operations.map(({ id }) => id);
    expect(ids).not.toContain('');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['showBoard', 'logConsultation', 'openSession']));
  });

  it('describes what every operation answers, by name', () => {
    const undescribed = operations.filter(({ operation }) => !isDescribed(answerOf(operation)));
    expect(undescribed.map(({ id }) => id)).toEqual([
      // What changes a sign-in answers by having been done.
      'noteActivity',
      'closeSession',
      'withdrawInvitation',
      'changePassword',
      'endSessions',
      'unbindProvider',
      'removeIdentityProvider',
      'unbindUser',
      'addPasskey',
      'namePasskey',
      'removePasskey',
      // Files.
      'downloadInvitation',
      'printEvidencePack',
      'discardImport',
      'downloadImportFaults',
      // There is nothing to say but that it was done.
      'saveChannels',
      'removeContactPoint',
      'testContactPoint',
      'verifyContactPoint',
      'preferContactPoint',
      'followBoard',
      'discardDraft',
    ]);
  });

  it('describes every part of it', () => {
    const answers = Object.entries(document.components?.schemas ?? {}).filter(([name]) => !name.endsWith('Body'));
    const vague = answers.flatMap(([name, schema]) =>
      Object.entries('properties' in schema ? (schema.properties ?? {}) : {})
        .filter(([, part]) => !['$ref', 'oneOf', 'allOf', 'items', 'additionalProperties'].some((key) => key in part))
        .filter(([, part]) => !('type' in part) || part.type === 'object')
        .map(([property]) => `${name}.${property}`),
    );
    expect(vague).toEqual([]);
  });

  it('describes what is refused, once for all', () => {
    for (const { operation } of operations)
      expect(operation.responses['default']).toEqual({ $ref: '#/components/responses/Problem' });
    expect(document.components?.responses?.['Problem']).toMatchObject({
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  function isDescribed(schema: Record<string, unknown> | undefined): boolean {
    const named = (schema?.['items'] as Record<string, unknown> | undefined) ?? schema;
    const name = /^#\/components\/schemas\/(\w+)$/.exec(String(named?.['$ref']))?.[1];
    const found = document.components?.schemas?.[name ?? ''];
    return found !== undefined && 'properties' in found && Object.keys(found.properties ?? {}).length > 0;
  }
});
