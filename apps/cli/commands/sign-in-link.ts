import { Invitations, SignIn } from '#access';
import { withOwnSystem } from './import-file.js';

const USAGE = 'usage: sign-in-link [SIGN-IN-NAME]';

/**
 * Prints a link for whoever runs this installation: that of the first administrator where nobody can sign in yet, or, with a
 * sign-in name, one that sets that person's sign-in up anew. The way back in where the only administrator has lost his phone.
 */
export async function signInLink(args: readonly string[]): Promise<number> {
  const [name, ...more] = args;
  if (more.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const path = await withOwnSystem(async (app) => {
    const invitations = app.get(Invitations);
    if (name === undefined) {
      const token = await invitations.offerFoundation();
      return token === null ? undefined : `/found#${token}`;
    }
    const seat = await app.get(SignIn).seatNamed(name);
    return seat && `/join#${(await invitations.invite(seat.prefecture, seat.userId, null)).token}`;
  });
  if (path === undefined) {
    process.stderr.write(
      name === undefined
        ? `Somebody can sign in already. To set a sign-in up anew, name it: ${USAGE}\n`
        : 'Nobody signs in with this name.\n',
    );
    return 1;
  }
  process.stdout.write(`Open this once, within 24 hours, at the address of your installation:\n  ${path}\n`);
  return 0;
}
