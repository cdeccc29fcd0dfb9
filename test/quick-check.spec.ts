import type { Type } from '@nestjs/common';
import type { ReferenceObject, SchemaObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import fc from 'fast-check';
import { BodyPipe, quickCheckOf } from '#platform';
import { ApiModule } from '../apps/api/api.module.js';
import { handoverDocument } from '../apps/cli/demo/handover-text.js';
import { builtOpenApi, operationsOf } from './open-api.js';

const document = builtOpenApi();
const pipe = new BodyPipe();

/** Every class that a body of the OpenAPI document is made of, by the name it has there. */
const bodies = [
  ...new Set(
    operationsOf(document).flatMap(({ operation: { requestBody } }) => {
      const schema =
        requestBody && 'content' in requestBody ? requestBody.content['application/json']?.schema : undefined;
      return schema && '$ref' in schema ? [nameOf(schema)] : [];
    }),
  ),
].map((name): [string, Type<object>] => [name, classOf(name)]);

function classOf(name: string): Type<object> {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: ReadonlyMap<Type<object>, unknown>;
  };
  const found = [...validationMetadatas.keys()].find((type) => type.name === name);
  if (!found) throw new Error(`${name} has no rules`);
  return found;
}

function nameOf({ $ref }: ReferenceObject): string {
  return $ref.split('/').at(-1) ?? '';
}

const FREE: readonly object[] = [
  {},
  { mon: ['08:30-17:15'], sat: [] },
  { sat: ['18:00-08:00'] },
  { version: '2024', letter: 'a' },
  handoverDocument('甲', '乙'),
  { a: { b: [null, 1, 'x'] } },
];

/** What the schema lets pass, more or less: the rules that OpenAPI cannot say are what the pipes are compared by. */
function meant(schema: SchemaObject | ReferenceObject): fc.Arbitrary<unknown> {
  if ('$ref' in schema) return meant(document.components?.schemas?.[nameOf(schema)] ?? {});
  if (schema.allOf?.[0]) return meant(schema.allOf[0]);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => [name, meant(field)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
  }
  if (schema.type === 'array')
    // A list that is marked names something with each of its entries.
    return fc.array('x-reference' in schema ? fc.uuid() : meant(schema.items ?? {}), {
      minLength: schema.minItems ?? 0,
      maxLength: (schema.minItems ?? 0) + 2,
    });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'number' || schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 9 });
  if (schema.type === 'string') return text(schema);
  return fc.oneof(fc.constantFrom(...FREE), fc.constantFrom('complete', 'ア', '2025-06-09'));
}

function text({ format, pattern, minLength = 0, maxLength = 40, ...more }: SchemaObject): fc.Arbitrary<string> {
  if ('x-reference' in more) return fc.uuid();
  if (format === 'date') return fc.constantFrom('2025-06-02', '1948-02-29', '2025-04-01');
  if (format === 'date-time') return fc.constantFrom('2025-06-02T10:00:00+09:00', '2025-06-02T01:00:00.5Z');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const plain = fc.string({
    minLength,
    maxLength: Math.min(maxLength, 60),
    unit: fc.constantFrom('あ', '葛', 'a', 'Ｚ', ' ', '7', '、'),
  });
  return fc.oneof(plain, fc.constantFrom('020100', 'a', '富良野 花子', '一行目\n二行目'));
}

const HOSTILE = [
  null,
  '',
  ' ',
  '　\n',
  'x\u200by',
  'あ'.repeat(5_000),
  '2025-02-30',
  'infinity',
  0,
  -0,
  -1,
  1.5,
  1e21,
  true,
  {},
  { a: ' ' },
  { constructor: 'x' },
  [],
  [[]],
  [null],
  [{}],
  ['x', 'x'],
  Array.from({ length: 500 }, (_, i) => `x${i}`),
] as const;

type Spoil = readonly ['set' | 'drop' | 'add' | 'wrap', unknown, number];
const spoil: fc.Arbitrary<Spoil> = fc.tuple(
  fc.constantFrom('set' as const, 'drop' as const, 'add' as const, 'wrap' as const),
  fc.oneof(fc.constantFrom<unknown>(...HOSTILE), fc.jsonValue({ maxDepth: 3 })),
  fc.nat(),
);

/** Puts something that does not belong there somewhere in a body. */
function spoiled(body: unknown, [how, value, where]: Spoil): unknown {
  const places: (readonly [holder: Record<string, unknown>, name: string])[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, inner] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, name]);
      visit(inner);
    }
  };
  const copy = structuredClone(body);
  visit(copy);
  const [holder, name] = places[where % Math.max(1, places.length)] ?? [];
  if (!holder || name === undefined) return value;
  if (how === 'set') holder[name] = value;
  else if (how === 'wrap') holder[name] = [holder[name]];
  else if (how === 'add') holder['isAdmin'] = value;
  else delete holder[name];
  return copy;
}

/** What the full pipe makes of a body; undefined where it refuses. */
const fully = (body: unknown, metatype: Type<object>): Promise<unknown> =>
  pipe.fully(body, { type: 'body', metatype }).catch(() => undefined);

/** As JSON, for order too, and with the classes of all objects in it. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return [value.constructor.name, Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)])];
};

describe('the compiled check of bodies', () => {
  it('knows the body of every command', () => {
    expect(ApiModule).toBeDefined();
    expect(bodies.length).toBeGreaterThan(45);
  });

  it.each(bodies)('of %s takes only what the full pipe takes, and makes the same of it', async (name, type) => {
    const check = quickCheckOf(type);
    let taken = 0;
    const body = meant({ $ref: `#/components/schemas/${name}` });
    await fc.assert(
      fc.asyncProperty(body, fc.array(spoil, { maxLength: 2 }), async (good, spoils) => {
        const given = JSON.parse(JSON.stringify(spoils.reduce(spoiled, good))) as unknown;
        const quick = check(structuredClone(given));
        const full = await fully(given, type);
        if (quick !== undefined) taken += 1;
        // What nobody has spoiled need not go the long way.
        const looked = quick !== undefined || spoils.length === 0;
        expect(shapeOf(quick)).toEqual(looked ? shapeOf(full) : undefined);
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(0);
  });
});
