import { labelOf } from '../../../i18n/index.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { addressOf, type Place } from '../directory.ts';
import { useDirectoryWords } from './directory-words.ts';

/** What the reader may say of it just now: the server says which; what is rarely wanted is folded away. */
export function Actions({
  place,
  id,
  commands,
  rare,
}: {
  place: Place;
  id: string;
  commands: readonly string[];
  rare: ReadonlySet<string>;
}) {
  const t = useDirectoryWords();
  if (commands.length === 0) return null;
  const links = (some: readonly string[]) => (
    <ul className="flex flex-wrap gap-2">
      {some.map((command) => (
        <li key={command}>
          <ButtonLink {...addressOf(place, id, { do: command })}>{labelOf(t.command, command)}</ButtonLink>
        </li>
      ))}
    </ul>
  );
  const apart = commands.filter((command) => rare.has(command));
  return (
    <nav aria-label={t.page.actions} className="flex flex-col gap-2">
      {links(commands.filter((command) => !rare.has(command)))}
      {apart.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-11 items-center text-dns-16N-130 text-key-900 underline">
            {t.page.rare}
          </summary>
          {links(apart)}
        </details>
      ) : null}
    </nav>
  );
}
