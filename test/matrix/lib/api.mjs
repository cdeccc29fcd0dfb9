import { randomUUID } from 'node:crypto';

/** Of nothing that there is: whether somebody may ask is decided before it is looked up. */
const NOBODY = '0192f0a0-0000-7000-8000-00000000beef';
const TEXTS = [
  '夜間の連絡先',
  '18:30',
  '2026-01',
  '010010',
  'backup',
  'a',
  '0123456789',
  '0166-00-0000',
  'r8',
  'ウ',
  'A',
];
const DAY = '2026-01-05';

/** The API as its document describes it. A body is the least that it allows: what is required, and nothing else. */
export class Api {
  /** `given`: what no schema says, by operation or by field. */
  constructor(client, document, given) {
    Object.assign(this, { client, document, given });
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, requestBody }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        schema: requestBody && Object.values(requestBody.content)[0].schema,
      })),
    );
  }

  read(path, token) {
    return this.client.send({ method: 'GET', path, headers: token ? { authorization: `Bearer ${token}` } : {} });
  }

  /** Asks an operation about the things with these ids. */
  ask({ id, method, path, parameters, schema }, ids, token, { headers, body = schema && this.least(schema, id) } = {}) {
    const text = body && JSON.stringify(body);
    return this.client.send({
      method,
      path: parameters.reduce((at, name, i) => at.replace(`{${name}}`, ids[i] ?? NOBODY), path),
      headers: {
        ...headers,
        'idempotency-key': randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
      body: text,
    });
  }

  least(schema, name) {
    if (name in this.given) return this.given[name];
    if (schema.$ref) return this.least(this.document.components.schemas[schema.$ref.split('/').at(-1)], name);
    if (schema.allOf) return this.least(schema.allOf[0], name);
    if (schema.oneOf) return this.least(schema.oneOf[0], name);
    if (schema.enum) return schema.enum[0];
    if (schema.properties)
      return Object.fromEntries(
        (schema.required ?? []).map((field) => [field, this.least(schema.properties[field], field)]),
      );
    if (schema.type === 'array')
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        this.least({ ...schema.items, 'x-reference': schema['x-reference'] ?? schema.items['x-reference'] }, name),
      );
    if (schema['x-reference'] || schema.format === 'uuid') return NOBODY;
    if (schema.type === 'boolean') return true;
    if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
    if (schema.format === 'date-time') return `${DAY}T09:00:00+09:00`;
    if (schema.format === 'date') return DAY;
    if (schema.type === 'object') return {};
    return TEXTS.find(
      (text) =>
        text.length >= (schema.minLength ?? 0) &&
        text.length <= (schema.maxLength ?? Infinity) &&
        (!schema.pattern || new RegExp(schema.pattern, 'u').test(text)),
    );
  }
}
