import { Body, Controller, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalidInput } from '#kernel';
import { Asks, Public } from '#platform';
import { deviceOf } from '../domain/device.js';
import { Logins } from '../logins.js';
import { Passkeys } from '../passkeys.js';
import type { Caller } from '../sessions.js';
import { SignIn, type Login } from '../sign-in.js';
import { SignInLog } from '../sign-in-log.js';
import { CallerParam } from './auth.guard.js';
import { Entering } from './entering.js';
import {
  AddPasskeyBody,
  NamePasskeyBody,
  PasskeyOptions,
  PasskeySignInBody,
  RemovePasskeyBody,
} from './passkeys.dto.js';
import { notByPasskey, notIn, tooSoon, withoutPost } from './refusals.js';
import { ConfirmBody, Me } from './sessions.dto.js';

/** パスキー: to sign in by a device, and what its owner does with his. */
@ApiTags('Access')
@Controller('api/v1')
export class PasskeysController {
  constructor(
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(SignInLog) private readonly notes: SignInLog,
    @Inject(Entering) private readonly entering: Entering,
  ) {}

  @Asks()
  @Post('own-sign-in/passkeys/options')
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginAddingPasskey', summary: 'パスキーを登録し始める' })
  async begin(
    @CallerParam() caller: Caller,
    @Body() { password }: ConfirmBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyOptions> {
    const login = await this.confirmed(caller, password, request, reply);
    return { options: JSON.stringify(await this.passkeys.beginAdding(login)) };
  }

  /** What was asked with the password is answered by the device. */
  @Asks()
  @Post('own-sign-in/passkeys')
  @HttpCode(204)
  @ApiOperation({ operationId: 'addPasskey', summary: 'パスキーを登録する' })
  async add(@CallerParam() caller: Caller, @Body() { name, answer }: AddPasskeyBody): Promise<void> {
    await this.passkeys.add(await this.own(caller), name, read(answer), caller.actor.userId);
  }

  @Asks()
  @Post('own-sign-in/passkey-names')
  @HttpCode(204)
  @ApiOperation({ operationId: 'namePasskey', summary: 'パスキーの名前を変える' })
  async name(@CallerParam() caller: Caller, @Body() { id, name }: NamePasskeyBody): Promise<void> {
    const login = await this.own(caller);
    await this.passkeys.rename(login.prefecture, login.id, id, name);
  }

  @Asks()
  @Post('own-sign-in/passkey-removals')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removePasskey', summary: 'パスキーを外す' })
  async remove(
    @CallerParam() caller: Caller,
    @Body() { id, password }: RemovePasskeyBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const login = await this.confirmed(caller, password, request, reply);
    await this.passkeys.remove(login.prefecture, login.id, id, caller.actor.userId);
  }

  @Public()
  @Asks()
  @Post('passkey-sign-ins/options')
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginPasskeySignIn', summary: 'パスキーでサインインし始める' })
  async options(): Promise<PasskeyOptions> {
    return { options: JSON.stringify(await this.passkeys.beginSignIn()) };
  }

  /** Failures of a name do not close it: whoever is kept out by another's guessing has this way (G20). */
  @Public()
  @Asks()
  @Post('passkey-sign-ins')
  @HttpCode(200)
  @ApiOperation({ operationId: 'signInByPasskey', summary: 'パスキーでサインインする' })
  async in(
    @Body() { answer, shared = false }: PasskeySignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const login = await this.passkeys.signedBy(read(answer));
    if (!login) throw notByPasskey();
    const { prefecture, id } = login;
    const [seat] = await this.logins.seatsOf(prefecture, id);
    if (!seat) throw withoutPost();
    const { me, session } = await this.entering.enter(prefecture, seat.userId, { login: id, shared }, request, reply);
    await this.logins.useSeat(prefecture, seat.userId);
    const device = deviceOf(request.headers['user-agent']);
    await this.notes.note(prefecture, { what: 'signed_in_by_passkey', login: id, user: seat.userId, session, device });
    return me;
  }

  private async own({ prefecture, session }: Caller): Promise<Login> {
    const login = session?.login ? await this.signIn.login(prefecture, session.login) : undefined;
    if (!login) throw new NotFoundException();
    return login;
  }

  private async confirmed(
    caller: Caller,
    password: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Login> {
    const login = await this.own(caller);
    const refused = await this.signIn.knows(login, password, request.ip);
    if (refused?.is === 'too_soon') throw tooSoon(refused.seconds, reply);
    if (refused) throw notIn();
    return login;
  }
}

/** What a browser has answered. What is in it is judged by who verifies it. @throws invalid_input */
function read(answer: string): object {
  try {
    const said: unknown = JSON.parse(answer);
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said;
  } catch {
    // Refused below.
  }
  throw invalidInput('answer', 'ブラウザーの応答を読めません。', 'The answer of the browser cannot be read.');
}
