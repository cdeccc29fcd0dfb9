import { Link } from '@tanstack/react-router';
import { useMe } from '../api/queries.ts';
import { useText } from '../i18n/index.tsx';
import { PageTitle } from '../ui/page.tsx';
import { useTargets, type Targets } from './shell/targets.ts';
import type { Me } from '../api/types.ts';

/** Everything that this person may open or begin, where a bar has no room for it. */
export function MenuPage() {
  const t = useText();
  const { data: me } = useMe();
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageTitle title={t.app.menu} />
      {me ? <Menu me={me} /> : null}
    </div>
  );
}

function Menu({ me }: { me: Me }) {
  const t = useText();
  const { places, begin } = useTargets(me);
  return (
    <>
      <Group title={t.app.places} targets={places} />
      {begin.length > 0 ? <Group title={t.app.begin} targets={begin} /> : null}
    </>
  );
}

function Group({ title, targets }: { title: string; targets: Targets['places'] }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-std-18B-160">{title}</h2>
      <ul className="flex flex-col border-y border-solid-gray-420 bg-white">
        {targets.map(({ to, label }) => (
          <li key={to} className="border-b border-solid-gray-200 last:border-b-0">
            <Link to={to} className="flex min-h-12 items-center px-4 text-oln-16N-100 text-key-900 underline">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
