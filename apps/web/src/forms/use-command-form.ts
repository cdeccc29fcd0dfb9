import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Problem } from '../api/client.ts';
import type { Body, CommandName } from '../api/contract.ts';
import { useCommand } from '../api/queries.ts';
import type { Answer, FieldError } from '../api/types.ts';
import { useLanguage, useText } from '../i18n/index.tsx';
import type { Values } from './body.ts';
import { useDraft } from './drafts/use-draft.ts';

interface Options<Name extends CommandName> {
  command: Name;
  /** The case it is about; left out where it begins one. */
  id?: string | undefined;
  initial: Values;
  /** What can be said before asking the server. */
  check: (values: Values) => FieldError[];
  toBody: (values: Values) => Body<Name>;
  onDone: (answer: Answer) => void;
}

/** The key of what is sent was that of something else: the same draft, sent from another device. */
const SENT_ELSEWHERE = 'idempotency_key_reused';

/**
 * A form that gives one command. What is wrong, here or at the server, stands at its field; what was typed is kept as a
 * draft until it has been accepted, and leaving asks only where it could not be kept.
 */
export function useCommandForm<Name extends CommandName>({
  command: name,
  id,
  initial,
  check,
  toBody,
  onDone,
}: Options<Name>) {
  const t = useText();
  const { language } = useLanguage();
  const form = useForm<Values>({ defaultValues: initial });
  const command = useCommand(name);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<Problem>();
  const [attempts, setAttempts] = useState(0);
  const done = useRef(false);
  const checking = useRef(false);
  const draft = useDraft(name, id, form, initial);
  const { keeper } = draft;

  useBlocker({
    shouldBlockFn: async () =>
      !done.current && keeper.isUnsaved() && !(await keeper.flush()) && !window.confirm(t.form.leave),
    enableBeforeUnload: () => !done.current && keeper.state.kept === 'failed' && keeper.isUnsaved(),
  });

  const submit = async (): Promise<void> => {
    if (command.isPending || checking.current) return;
    const values = form.getValues();
    const wrong = check(values);
    setErrors(wrong);
    setRefused(undefined);
    if (wrong.length > 0) {
      setAttempts((n) => n + 1);
      return;
    }
    checking.current = true;
    const ready = await keeper.isReady().finally(() => (checking.current = false));
    if (!ready) return;
    try {
      const answer = await command.mutateAsync({
        ...(id !== undefined && { id }),
        body: toBody(values),
        key: keeper.key,
      });
      done.current = true;
      keeper.sent();
      onDone(answer);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.body.code === SENT_ELSEWHERE) keeper.rekey();
      keeper.changed();
      setErrors(problem.body.errors);
      setRefused(problem);
      setAttempts((n) => n + 1);
    }
  };

  return {
    command: name as string,
    form,
    draft,
    busy: command.isPending,
    errors,
    refused,
    attempts,
    failed: errors.length > 0 || refused !== undefined,
    submit,
    onSubmit: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      void submit();
    },
    /** Whether the command takes somebody about whom these may be begun. */
    takes: (begins: readonly string[]): boolean => id !== undefined || begins.includes(name),
    /** What is wrong with a field, or with a part of it. */
    errorOf: (field: string): string | undefined =>
      errors.find(({ path: at }) => at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}[`))?.[
        language
      ],
    /** Once it is being mended, its error no longer stands there. */
    mended: (field: string) =>
      setErrors((before) =>
        before.some(({ path: at }) => at.startsWith(field))
          ? before.filter(({ path: at }) => !at.startsWith(field))
          : before,
      ),
  };
}

export type UsedForm = ReturnType<typeof useCommandForm>;
