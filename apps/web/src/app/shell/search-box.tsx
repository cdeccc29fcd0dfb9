import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useAsked } from '../../api/queries.ts';
import { useText } from '../../i18n/index.tsx';
import { Button } from '../../ui/button.tsx';

/** While kana are being turned into kanji, a key belongs to that: Enter chooses a word, and asks for nothing. */
const composes = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing || nativeEvent.keyCode === 229;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** 検索. In the bar at a desk, where `/` leads to it; on a phone a link to its page, on which it stands. */
export function SearchBox({ look }: { look: 'bar' | 'page' }) {
  const t = useText();
  const navigate = useNavigate();
  const { asked, look: lookFor } = useAsked();
  const input = useRef<HTMLInputElement>(null);
  const inBar = look === 'bar';
  useEffect(() => {
    if (!inBar) return undefined;
    const focus = (event: globalThis.KeyboardEvent) => {
      const { key, target, isComposing, ctrlKey, altKey, metaKey } = event;
      if (key !== '/' || isComposing || ctrlKey || altKey || metaKey || isField(target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [inBar]);
  return (
    <>
      {inBar ? (
        <Link
          to="/search"
          className="ml-auto inline-flex min-h-11 items-center px-3 text-oln-14N-100 text-key-900 underline md:hidden"
        >
          {t.app.search}
        </Link>
      ) : null}
      <form
        role="search"
        className={inBar ? 'hidden shrink-0 md:flex' : 'flex gap-2 md:hidden'}
        onSubmit={(event) => {
          event.preventDefault();
          const q = input.current?.value.trim() ?? '';
          if (q === '') return;
          lookFor(q);
          void navigate({ to: '/search' });
        }}
      >
        <input
          key={asked}
          ref={input}
          type="search"
          name="q"
          defaultValue={asked}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          aria-label={t.app.search}
          aria-keyshortcuts={inBar ? '/' : undefined}
          placeholder={t.app.searchFor}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && composes(event)) event.preventDefault();
          }}
          className={`min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170 ${inBar ? 'w-56' : 'w-full'}`}
        />
        {inBar ? null : (
          <Button type="submit" className="shrink-0">
            {t.app.search}
          </Button>
        )}
      </form>
    </>
  );
}
