/**
 * A real OpenID Connect provider (the package oidc-provider) as a process of its own: the accounts of an invented hospital.
 * Usage: node test/outside/identity-provider.mjs '{"port":0,"returnTo":"http://…/from-provider","key":{…}}', the key being a JWK (RSA)
 * Says its issuer in its first line. It can be told by messages to have a clock that is off, or to issue tokens that are wrong.
 */
import { createServer } from 'node:http';

const { port, returnTo, key } = JSON.parse(process.argv[2]);
let off = 0;
let wrong = null;
let ways = ['pwd', 'otp'];
const now = Date.now.bind(Date);
Date.now = () => now() + off * 1_000;

const { default: Provider } = await import('oidc-provider');
const { decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } = await import('jose');

const jwk = { ...key, kid: 'own', use: 'sig', alg: 'RS256' };
const own = { privateKey: await importJWK(jwk, 'RS256') };
const foreign = await generateKeyPair('RS256', { extractable: true });

const server = createServer((request, response) => {
  const uid = /^\/interaction\/([\w-]+)$/.exec(request.url)?.[1];
  if (uid === undefined) return callback(request, response);
  if (request.method === 'POST') return void signedIn(request, response);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="ja"><meta charset="utf-8"><title>病院のサインイン</title>
    <meta name="viewport" content="width=device-width"><h1>病院のサインイン</h1><form method="post">
    <label>職員番号 <input name="account" required></label> <button>サインイン</button></form></html>`);
});
await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const client = (client_id) => ({
  client_id,
  client_secret: `secret of ${client_id}`,
  redirect_uris: [returnTo],
  grant_types: ['authorization_code'],
  response_types: ['code'],
});
const provider = new Provider(issuer, {
  clients: [client('tsunagi'), client('payroll')],
  jwks: { keys: [jwk] },
  cookies: { keys: ['only for tests'] },
  pkce: { required: () => true },
  ttl: { IdToken: 60, AuthorizationCode: 60, AccessToken: 60, Interaction: 600, Session: 3_600, Grant: 3_600 },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  claims: { acr: null, auth_time: null, iss: null, sid: null, openid: ['sub', 'amr'] },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  // Whoever signs in agrees: the hospital has decided for its staff.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});
provider.use(async (context, next) => {
  await next();
  if (wrong !== null && context.oidc?.route === 'token' && context.body?.id_token)
    context.body = { ...context.body, id_token: await forged(context.body.id_token) };
});
const callback = provider.callback();

/** What nobody who runs a provider would issue. */
async function forged(token) {
  const claims = decodeJwt(token);
  const header = decodeProtectedHeader(token);
  const signed = (payload, by) => new SignJWT(payload).setProtectedHeader(header).sign(by);
  switch (wrong) {
    case 'foreign_key':
      return signed(claims, foreign.privateKey);
    case 'foreign_kid':
      header.kid = 'foreign';
      return signed(claims, foreign.privateKey);
    case 'unsigned':
      return new UnsecuredJWT(claims).encode();
    case 'other_client':
      return signed({ ...claims, aud: 'payroll' }, own.privateKey);
    case 'other_issuer':
      return signed({ ...claims, iss: 'https://elsewhere.example' }, own.privateKey);
    case 'other_nonce':
      return signed({ ...claims, nonce: 'of another sign-in' }, own.privateKey);
    case 'long_ago':
      return signed({ ...claims, iat: claims.iat - 600, exp: claims.exp }, own.privateKey);
    default:
      throw new Error(`what is ${wrong}?`);
  }
}

async function signedIn(request, response) {
  let body = '';
  for await (const part of request) body += part;
  const accountId = new URLSearchParams(body).get('account');
  await provider.interactionFinished(request, response, { login: { accountId, amr: ways } });
}

process.on('message', (told) => {
  off = told.off ?? 0;
  wrong = told.wrong ?? null;
  ways = told.ways ?? ['pwd', 'otp'];
  process.send('told');
});
process.on('disconnect', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ issuer })}\n`);
