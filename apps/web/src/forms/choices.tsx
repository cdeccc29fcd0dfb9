import type { UseFormReturn } from 'react-hook-form';
import { useText } from '../i18n/index.tsx';
import { ErrorText, fieldId, inputClass, type Described } from '../ui/field.tsx';
import type { Values } from './body.ts';

export interface Option {
  value: string;
  label: string;
}
interface Props {
  form: UseFormReturn<Values>;
  name: string;
  options: readonly Option[];
  onPick?: () => void;
}

const CHIP =
  'flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-3 py-1.5 text-dns-16N-130 has-checked:border-key-900 has-checked:bg-key-50 has-checked:shadow-[inset_0_0_0_1px_var(--color-key-900)]';

/** One of a few: all to be seen at once, each large enough for a thumb. */
export function Radios({ form, name, options, onPick, wide = false }: Props & { wide?: boolean }) {
  const registered = form.register(name, { ...(onPick && { onChange: onPick }) });
  return (
    <div className={wide ? 'flex flex-col gap-2' : 'flex flex-wrap gap-2'}>
      {options.map(({ value, label }) => (
        <label key={value} className={CHIP}>
          <input type="radio" value={value} {...registered} className="size-5 shrink-0 accent-key-900" />
          {label}
        </label>
      ))}
    </div>
  );
}

export function Checkboxes({
  form,
  name,
  options,
  onPick,
  wide = false,
  dense = false,
}: Props & { wide?: boolean; dense?: boolean }) {
  const registered = form.register(name, { ...(onPick && { onChange: onPick }) });
  return (
    <div className={wide ? 'flex flex-col gap-2' : 'flex flex-wrap gap-2'}>
      {options.map(({ value, label }) => (
        <label key={value} className={`${CHIP} ${dense ? 'md:min-h-9 md:px-2 md:text-dns-14N-130' : ''}`}>
          <input type="checkbox" value={value} {...registered} className="size-5 shrink-0 accent-key-900" />
          {label}
        </label>
      ))}
    </div>
  );
}

/** One statement that holds or not. */
export function Tick({
  form,
  name,
  label,
  hint,
  error,
  onPick,
}: Omit<Props, 'options'> & { label: string; hint: string | undefined; error: string | undefined }) {
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label className={`${CHIP} self-start`}>
        <input
          id={id}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          {...form.register(name, { ...(onPick && { onChange: onPick }) })}
          className="size-5 shrink-0 accent-key-900"
        />
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-dns-14N-130 text-solid-gray-700">
          {hint}
        </p>
      ) : null}
      <ErrorText id={id} text={error} />
    </div>
  );
}

export function Select({ form, name, options, control, onPick }: Props & { control: Described }) {
  const t = useText();
  return (
    <select {...control} {...form.register(name, { ...(onPick && { onChange: onPick }) })} className={inputClass}>
      <option value="">{t.form.unselected}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
