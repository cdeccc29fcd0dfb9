import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyKind } from '#cases';
import { CONTEXTS } from '../../apps/contexts.js';
import { PROJECT_ROOT } from '../../apps/project-root.js';

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources: readonly Source[] = ['libs', 'apps']
  .flatMap((root) =>
    readdirSync(join(PROJECT_ROOT, root), { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$|^apps\/web\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(PROJECT_ROOT, file), 'utf8') }));

const ownerOf = new Map(
  Object.entries(CONTEXTS).flatMap(([context, { kinds }]) =>
    (kinds as unknown as readonly AnyKind[]).map(({ kind }) => [kind, context] as const),
  ),
);
/** Names that are plain words as well: the path of a field, the source of a signal. */
const PLAIN_WORDS = new Set(['patient', 'organization', 'user', 'consultation', 'council', 'meeting']);

/** What every head holds whatever its kind, and which nobody else need know. */
const FORM_OF_HEADS = 'libs/cases/head-form.ts';

/** A state is read by the context that folds it; all others ask it (design: folders). */
const readsState = ({ file, text }: Source): string[] =>
  /\bstate\s*(->>?|#>>?)/.test(text) &&
  file !== FORM_OF_HEADS &&
  !Object.keys(CONTEXTS).some((context) => file.startsWith(`libs/${context}/`))
    ? [file]
    : [];

/** The name of another context's kind, in quotes. */
const namesForeignKind = ({ file, text }: Source): string[] =>
  [...ownerOf].flatMap(([kind, owner]) =>
    file.startsWith('libs/') &&
    !PLAIN_WORDS.has(kind) &&
    !file.startsWith(`libs/${owner}/`) &&
    text.includes(`'${kind}'`)
      ? [`${file}: ${kind}`]
      : [],
  );

it('the state of a head is read by its own context only', () => {
  expect(sources.flatMap(readsState)).toEqual([]);
  expect(readsState({ file: 'libs/boards/x.ts', text: "SELECT h.state ->> 'patient'" })).toEqual(['libs/boards/x.ts']);
  expect(readsState({ file: 'libs/access/x.ts', text: "u.state #>> '{area}'" })).toHaveLength(1);
  expect(readsState({ file: 'libs/backup/x.ts', text: "state ->> 'acceptedAt'" })).toEqual([]);
});

it('no context names the kinds of another: it asks what that one exports', () => {
  expect(sources.flatMap(namesForeignKind)).toEqual([]);
  expect(namesForeignKind({ file: 'libs/issues/x.ts', text: "about.kind === 'discharge_case'" })).toHaveLength(1);
  expect(namesForeignKind({ file: 'libs/boards/x.ts', text: "kind = 'backup_request'" })).toHaveLength(1);
  expect(namesForeignKind({ file: 'libs/handovers/x.ts', text: "'discharge_case'" })).toEqual([]);
});
