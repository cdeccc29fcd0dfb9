import { createContext, useContext } from 'react';
import { useOrganizationsEver, usePatients, useUsers } from '../../api/queries.ts';
import { useText } from '../../i18n/index.tsx';
import type { CaseListed } from '../../api/types.ts';
import type { Kept } from './reconcile.ts';

/** What a field of a command's form is called, and what a code in it says; the contexts know. */
export interface FieldWords {
  readonly label: (command: string, path: string) => string;
  readonly say: (command: string, path: string, code: string) => string;
  /** A case of any kind in one line: what it is, how it stands, what it is about. */
  readonly caseName: (listed: CaseListed) => string;
}

const Context = createContext<FieldWords>({
  label: (_command, path) => path,
  say: (_command, _path, code) => code,
  caseName: ({ about }) => about.kind,
});
export const FieldWordsProvider = Context.Provider;
export const useFieldWords = (): FieldWords => useContext(Context);

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was typed or chosen, as a person reads it. */
export function DraftValue({ command, path, value }: { command: string; path: string; value: Kept }) {
  const t = useText();
  const { say } = useFieldWords();
  if (typeof value === 'string' && ID.test(value)) return <Name id={value} />;
  const texts = [value].flat().map((each) => say(command, path, String(each)));
  return <span className="whitespace-pre-wrap">{texts.filter(Boolean).join(t.app.comma) || t.draft.empty}</span>;
}

/** Whoever or whatever was looked up: a draft holds its id. */
function Name({ id }: { id: string }) {
  const t = useText();
  const { data: patients = [] } = usePatients();
  const { data: organizations = [] } = useOrganizationsEver();
  const { data: users = [] } = useUsers();
  const found = [...patients, ...organizations, ...users].find((one) => one.id === id);
  return <span>{found?.name ?? t.draft.chosen}</span>;
}
