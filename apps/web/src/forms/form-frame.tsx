import type { ReactNode } from 'react';
import { useText } from '../i18n/index.tsx';
import { Button } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import { isEmpty } from './body.ts';
import { DraftHead, DraftLine } from './drafts/draft-view.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { UsedForm } from './use-command-form.ts';

/** What every form has: the summary of errors above, its fields, one button to give it and one to leave. */
export function FormFrame({
  used,
  names,
  submit,
  cancel,
  backdated = false,
  reveal,
  children,
}: {
  used: UsedForm;
  names: readonly string[];
  submit: string;
  cancel: () => void;
  backdated?: boolean | undefined;
  /** Shows a field that is folded away, before the focus goes there. */
  reveal?: (name: string) => void;
  children?: ReactNode;
}) {
  const t = useText();
  return (
    <form onSubmit={used.onSubmit} noValidate className="flex flex-col gap-6">
      <ErrorSummary used={used} names={[...names, ...(backdated ? ['occurredAt'] : [])]} reveal={reveal} />
      <DraftHead draft={used.draft} command={used.command} />
      {children}
      {backdated ? <Later used={used} /> : null}
      <div className="flex flex-col gap-3 md:sticky md:bottom-0 md:z-10 md:flex-row md:border-t md:border-solid-gray-420 md:bg-solid-gray-50 md:py-3 md:[&>button]:shrink-0">
        <Button type="submit" look="primary" size="large" busy={used.busy}>
          {used.busy ? t.form.sending : submit}
        </Button>
        <Button look="plain" size="large" onClick={cancel}>
          {t.form.cancel}
        </Button>
        <DraftLine draft={used.draft} />
      </div>
    </form>
  );
}

/** Late logging is normal: the moment of the fact may lie before now. */
function Later({ used }: { used: UsedForm }) {
  const t = useText();
  const error = used.errorOf('occurredAt');
  return (
    <details
      // What a draft brings back is not hidden away.
      open={error !== undefined || !isEmpty(used.form.watch('occurredAt')) ? true : undefined}
      className="rounded-8 border border-solid-gray-420 bg-white px-4 py-2"
    >
      <summary className="flex min-h-11 items-center text-std-16N-170 text-key-900 underline">{t.form.later}</summary>
      <div className="pb-2">
        <Field name="occurredAt" label={t.form.occurredAt} hint={t.form.laterHelp} error={error}>
          {(control) => (
            <input
              {...control}
              {...used.form.register('occurredAt', { onChange: () => used.mended('occurredAt') })}
              type="datetime-local"
              className={`${inputClass} max-w-72`}
            />
          )}
        </Field>
      </div>
    </details>
  );
}
