import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Problem } from '../api/client.ts';
import { useCommand } from '../api/queries.ts';
import type { Answer, FieldError } from '../api/types.ts';
import { useLanguage, useText } from '../i18n/index.tsx';

export type Values = Record<string, unknown>;

interface Options {
  path: string;
  initial: Values;
  /** What can be said before asking the server. */
  check: (values: Values) => FieldError[];
  toBody: (values: Values) => object;
  onDone: (answer: Answer) => void;
}

/**
 * A form that gives one command. What is wrong, here or at the server, stands at its field; what was typed stays until
 * it has been accepted, and leaving asks first.
 */
export function useCommandForm({ path, initial, check, toBody, onDone }: Options) {
  const t = useText();
  const { language } = useLanguage();
  const form = useForm<Values>({ defaultValues: initial });
  const command = useCommand();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<Problem>();
  const [attempts, setAttempts] = useState(0);
  const done = useRef(false);
  const { isDirty } = form.formState;

  const typed = () => isDirty && !done.current;
  useBlocker({
    shouldBlockFn: () => typed() && !window.confirm(t.form.leave),
    enableBeforeUnload: typed,
  });

  const submit = async (): Promise<void> => {
    if (command.isPending) return;
    const values = form.getValues();
    const wrong = check(values);
    setErrors(wrong);
    setRefused(undefined);
    if (wrong.length > 0) return setAttempts((n) => n + 1);
    try {
      const answer = await command.mutateAsync({ path, body: toBody(values) });
      done.current = true;
      onDone(answer);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setErrors(problem.body.errors);
      setRefused(problem);
      setAttempts((n) => n + 1);
    }
  };

  return {
    form,
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
    /** What is wrong with a field, or with a part of it. */
    errorOf: (name: string): string | undefined =>
      errors.find(({ path: at }) => at === name || at.startsWith(`${name}.`) || at.startsWith(`${name}[`))?.[language],
    /** Once it is being mended, its error no longer stands there. */
    mended: (name: string) =>
      setErrors((before) =>
        before.some(({ path: at }) => at.startsWith(name))
          ? before.filter(({ path: at }) => !at.startsWith(name))
          : before,
      ),
  };
}

export type UsedForm = ReturnType<typeof useCommandForm>;

/** What a required field lacks, in both languages, as the server would say it. */
export const missing = (path: string, ja: string, en: string): FieldError => ({ path, code: 'missing', ja, en });

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
