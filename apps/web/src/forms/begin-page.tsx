import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Body, CommandName } from '../api/contract.ts';
import { useText, type Pair } from '../i18n/index.tsx';
import { useFlash } from '../ui/flash.tsx';
import { PageTitle } from '../ui/page.tsx';
import type { Values } from './body.ts';
import { CommandForm } from './command-form.tsx';
import type { FormDefinition, FormWords } from './definitions.ts';

/** A case that begins with a plain form. */
export function BeginPage<Name extends CommandName>({
  command,
  definition,
  words,
  title,
  known = {},
  along,
  children,
}: {
  command: Name;
  definition: FormDefinition;
  words: Pair<FormWords>;
  title: string;
  /** What need not be asked. */
  known?: Values;
  /** What is sent beside the fields: where somebody comes from. */
  along?: Partial<Body<Name>> | undefined;
  /** What stands above the form. */
  children?: ReactNode;
}) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={title} />
      {children}
      <CommandForm
        {...{ command, definition, words, title, known, along }}
        onDone={({ id }) => {
          flash(t.form.saved, `/cases/${id}`);
          void navigate({ to: '/cases/$id', params: { id }, search: {} });
        }}
        cancel={() => void navigate({ to: '/' })}
      />
    </div>
  );
}
