import { Body, Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { hash } from 'node:crypto';
import type { Authenticated } from '#access';
import { invalidInput, isId, toInstant } from '#kernel';
import { refusal, refuse } from '#platform';
import type { Answer, Ask } from './ask.js';
import { Cases } from './cases.js';
import type { Route } from './define-case.js';
import type { AnyKind, DeclaredKind } from './kinds.js';

/** One command over HTTP: its domain name (its `operationId` in lowerCamelCase), and how it is posted. */
export interface CommandRoute extends Route {
  readonly command: string;
}

/** Whoever carries out what a route has read. */
type Runner<Service> = (service: Service, ask: Ask<never>) => Promise<Answer>;

class AnswerDto implements Answer {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly state!: string;
  @ApiProperty() readonly version!: number;
  /** Read with `?position=` to see what you wrote. */
  @ApiProperty() readonly position!: number;
}

type Plain = Record<string, unknown>;

/** The routes of a declared kind: one POST per command. */
export function controllerOf(declared: DeclaredKind): Type<object> {
  const kind = declared as unknown as AnyKind;
  const routes = Object.entries(kind.commands).flatMap(([command, { route }]) =>
    route ? [{ command, ...route }] : [],
  );
  return commandController(kind.tag, routes, Cases, (cases, ask) => cases.execute(kind, ask as Ask<{ type: string }>));
}

/** A controller with one POST per command: what it does lies in the route, so that each edge behaves alike. */
export function commandController<Service>(
  tag: string,
  routes: readonly CommandRoute[],
  carriedOutBy: Type<Service>,
  run: Runner<Service>,
): Type<object> {
  @ApiTags(tag)
  @Controller('api/v1')
  class Commands {
    constructor(@Inject(carriedOutBy) readonly service: Service) {}
  }
  for (const route of routes) add(Commands, route, run);
  Object.defineProperty(Commands, 'name', { value: `${tag}${routes[0]?.command ?? ''}Commands` });
  return Commands;
}

function add<Service>(controller: Type<{ service: Service }>, route: CommandRoute, run: Runner<Service>): void {
  const name = route.command[0]?.toLowerCase() + route.command.slice(1);
  const { prototype } = controller as { prototype: object };
  const parameters = parametersOf(route.path);
  const handler = async function (
    this: { service: Service },
    body: object,
    request: Authenticated,
    reply: FastifyReply,
  ): Promise<Answer> {
    const answer = await run(this.service, askOf(route, parameters, body, request) as Ask<never>);
    void reply.header('etag', `"${answer.version}"`);
    return answer;
  };
  // Swagger finds a method's parameters by the function's own name.
  Object.defineProperty(handler, 'name', { value: name });
  Object.defineProperty(prototype, name, { value: handler, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  Reflect.defineMetadata('design:paramtypes', [route.body, Object, Object], prototype, name);
  Body()(prototype, name, 0);
  Req()(prototype, name, 1);
  Res({ passthrough: true })(prototype, name, 2);
  const decorators: MethodDecorator[] = [
    Post(route.path),
    ApiOperation({ operationId: name, summary: route.summary }),
    ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } }),
    ApiResponse({ status: 201, type: AnswerDto }),
    ...parameters.map((parameter) => ApiParam({ name: parameter, schema: { type: 'string', format: 'uuid' } })),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}

const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

function askOf(route: CommandRoute, [parameter]: readonly string[], dto: object, request: Authenticated): Ask<unknown> {
  const { caller } = request;
  const params = request.params as Record<string, string>;
  if (request.body === undefined)
    throw refusal(
      400,
      'malformed_request',
      '本文が空です。JSONのオブジェクト（{…}）を送ってください。',
      'The body is empty. Send a JSON object.',
    );
  const key = idempotencyKey(request.headers['idempotency-key']);
  for (const [name, value] of Object.entries(params))
    if (!isId(value)) throw invalidInput(name, '番号（UUID）の形ではありません。', `${name} is not an id`);

  const version = ifMatch(request.headers['if-match']);
  return {
    ...saidBy(route, dto, { caller, params, id: parameter === undefined ? null : (params[parameter] ?? null) }),
    prefecture: caller.prefecture,
    actor: caller.actor,
    key,
    ...(version !== undefined && { ifMatch: version }),
  };
}

/** What a checked body says: the command, what of it is personal, and when it was. Rows of a file say it as forms do. */
export function saidBy(
  route: CommandRoute,
  dto: object,
  { caller, params, id }: { caller: { readonly prefecture: string }; params: object; id: string | null },
): Pick<Ask<{ readonly type: string }>, 'id' | 'command' | 'bodyHash' | 'personal' | 'occurredAt' | 'occurredOn'> {
  const body = said(dto);
  const bodyHash = hash('sha256', JSON.stringify([route.command, params, body]), 'hex');
  const personal = Object.entries(route.personal ?? {}).flatMap(([kind, fields]) => {
    const taken = takeOut(body, fields);
    return Object.keys(taken).length > 0 ? [{ kind, body: taken }] : [];
  });
  const { [route.occurred ?? 'occurredAt']: occurred, ...rest } = body;
  return {
    id: route.idOf?.(caller, body) ?? id,
    command: { type: route.command, ...rest },
    bodyHash,
    personal,
    ...(typeof occurred === 'string' &&
      (occurred.length === 10 ? { occurredOn: occurred } : { occurredAt: toInstant(occurred) })),
  };
}

/** Moves the named fields ("consulter.callbackTo" reaches inside) from the body to a record of their own. */
function takeOut(body: Plain, fields: readonly string[]): Plain {
  const taken: Plain = {};
  for (const field of fields) {
    const path = field.split('.');
    const last = path.pop() ?? '';
    const holder = path.reduce<Plain | undefined>((at, part) => at?.[part] as Plain | undefined, body);
    if (holder && holder[last] !== undefined) {
      taken[field] = holder[last];
      delete holder[last];
    }
  }
  return taken;
}

/**
 * Declared fields that were not sent are undefined on the instance, and forms send null for them; a command has only
 * what was said. In objects of no class (rule values) a null was said.
 */
const said = (dto: object): Plain => copied(dto) as Plain;

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied);
  const isOfClass = Object.getPrototypeOf(value) !== Object.prototype;
  const copy: Plain = {};
  for (const name of Object.keys(value)) {
    const inner = (value as Plain)[name];
    if (inner !== undefined && !(isOfClass && inner === null)) copy[name] = copied(inner);
  }
  return copy;
}

function idempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw refuse(428);
  const key = String(header).toLowerCase();
  if (!isId(key))
    throw invalidInput(
      'Idempotency-Key',
      'Idempotency-Key がUUIDの形ではありません。新しいUUIDを作って送り直してください。',
      'Idempotency-Key is not a UUID. Make a new one and send again.',
    );
  return key;
}

function ifMatch(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1];
  if (version === undefined)
    throw refusal(
      400,
      'malformed_request',
      'If-Match は版番号を引用符で囲んで送ってください（例："3"）。',
      'Send If-Match as a quoted version, as "3".',
    );
  return Number(version);
}
