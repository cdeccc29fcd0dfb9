import { useState } from 'react';
import { folded } from '../i18n/folded.ts';
import { useText } from '../i18n/index.tsx';
import { Button } from '../ui/button.tsx';
import { inputClass, type Described } from '../ui/field.tsx';
import type { Option } from './choices.tsx';

export interface Found extends Option {
  /** Told apart by: kana, institution, municipality. */
  detail: string;
}

const SHOWN = 6;

/** Finds one of many by a part of its name: type, then Enter for the only one, or Tab to the list. */
export function Lookup({
  label,
  found,
  none,
  value,
  choose,
  control,
}: {
  label: string;
  /** Undefined until it is known. */
  found: readonly Found[] | undefined;
  /** Said where there is nothing to choose at all: nobody should type into an empty list. */
  none: string;
  value: string;
  choose: (value: string) => void;
  control: Described;
}) {
  const t = useText();
  const [words, setWords] = useState('');
  // What had the focus is gone with the choice, and a form without it hears no keys.
  const [moved, move] = useState(false);
  const pick = (picked: string) => {
    move(true);
    choose(picked);
  };
  const focused = (element: HTMLElement | null) => {
    if (!moved || !element) return;
    element.focus();
    move(false);
  };
  const chosen = found?.find((option) => option.value === value);
  if (chosen)
    return (
      <div className="flex flex-wrap items-center gap-3 rounded-8 border border-key-900 bg-key-50 px-3 py-2">
        <span id={control.id} ref={focused} tabIndex={-1} className="text-std-16N-170">
          {t.form.chosen(chosen.label)}
          <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{chosen.detail}</span>
        </span>
        <Button look="plain" onClick={() => pick('')}>
          {t.form.clear}
        </Button>
      </div>
    );

  const wanted = folded(words);
  const fitting = (found ?? []).filter((option) => folded(option.label + option.detail).includes(wanted));
  const [only] = fitting;
  // All of a long list at once helps nobody, and takes the room of what comes after it.
  const listed = wanted !== '' || (found ?? []).length <= SHOWN;
  return (
    <div className="flex flex-col gap-2">
      <input
        {...control}
        ref={focused}
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (only && fitting.length === 1) pick(only.value);
        }}
        className={inputClass}
      />
      <ul className="flex flex-col gap-1" aria-label={label}>
        {fitting.slice(0, listed ? SHOWN : 0).map((option) => (
          <li key={option.value}>
            <button
              type="button"
              onClick={() => pick(option.value)}
              className="flex min-h-11 w-full flex-wrap items-center gap-x-3 rounded-8 border border-solid-gray-420 bg-white px-3 py-1 text-left text-dns-16N-130 hover:bg-key-50 hover:underline"
            >
              {option.label}
              <span className="text-dns-14N-130 text-solid-gray-700">{option.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-dns-14N-130 text-solid-gray-700">
        {found?.length === 0 ? none : ''}
        {fitting.length === 0 && found && found.length > 0 ? t.form.noneFound : ''}
        {listed && fitting.length > SHOWN ? t.form.more(fitting.length - SHOWN) : ''}
      </p>
    </div>
  );
}
