import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useSignOut } from '../../api/queries.ts';
import type { Me } from '../../api/types.ts';
import { labelOf, useLanguage, useText } from '../../i18n/index.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchBox } from './search-box.tsx';
import { useTargets, type Targets } from './targets.ts';

/** So many stand side by side at 1366 px, search box and person beside them; the rest folds away behind them. */
const ROOM = 6;
const PLACES_SHOWN = 4;
const ROOM_ON_A_PHONE = 4;

export function TopBar({ me }: { me: Me }) {
  const t = useText();
  const { places, begin } = useTargets(me);
  const all = [...places, ...begin];
  const shown = all.length <= ROOM ? all : [...places.slice(0, PLACES_SHOWN), ...begin.slice(0, 1)];
  const folded = (targets: Targets['places']) => targets.filter((target) => !shown.includes(target));
  return (
    <header className="border-b border-solid-gray-420 bg-white print:hidden">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-4 px-4 lg:flex-nowrap">
        <Link to="/" className="inline-flex min-h-11 shrink-0 items-center text-std-20B-150 text-key-900">
          {t.app.name}
        </Link>
        <nav aria-label={t.app.menu} className="hidden shrink-0 gap-1 md:flex">
          {shown.map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: true, includeSearch: false }}
              className="inline-flex min-h-12 items-center border-b-4 border-transparent px-3 text-oln-16N-100 hover:bg-key-50 hover:underline aria-[current=page]:border-key-900 aria-[current=page]:font-bold"
            >
              {label}
            </Link>
          ))}
          <More places={folded(places)} begin={folded(begin)} />
        </nav>
        <SearchBox look="bar" />
        <div className="ml-auto flex min-w-0 items-center gap-x-2">
          <p className="hidden min-w-0 text-right text-dns-14N-130 md:block">
            <span className="block truncate">
              <Who me={me} />　{labelOf(t.role, me.role)}
            </span>
            <span className="block truncate">{me.organization.name}</span>
          </p>
          <LanguageSwitch />
          <SignOut />
        </div>
      </div>
      <p className="border-t border-solid-gray-200 px-4 py-1 text-dns-14N-130 md:hidden">
        <Who me={me} />　{labelOf(t.role, me.role)}・{me.organization.name}
      </p>
    </header>
  );
}

/** Which hat is worn, and the way to one's own sign-in; in the demo region, that it is one. */
function Who({ me: { name, demo } }: { me: Me }) {
  const t = useText();
  return demo ? (
    <>
      <span className="mr-2 rounded-8 border border-solid-gray-536 px-1">{t.app.demo}</span>
      <span className="font-bold">{name}</span>
    </>
  ) : (
    <Link to="/own-sign-in" className="font-bold text-key-900 underline">
      {name}
    </Link>
  );
}

/** Where else one may look, and what else may be begun. Closed again on the next page. */
function More({ places, begin }: Targets) {
  const t = useText();
  const { pathname } = useLocation();
  if (places.length + begin.length === 0) return null;
  return (
    <details key={pathname} className="relative">
      <summary className="inline-flex min-h-12 cursor-pointer items-center px-3 text-oln-16N-100 hover:bg-key-50 hover:underline">
        {t.app.more}
      </summary>
      <div className="absolute z-20 min-w-64 border border-solid-gray-420 bg-white shadow-1">
        <Folded title={t.app.places} targets={places} />
        <Folded title={t.app.begin} targets={begin} />
      </div>
    </details>
  );
}

function Folded({ title, targets }: { title: string; targets: Targets['places'] }) {
  if (targets.length === 0) return null;
  return (
    <section className="border-b border-solid-gray-200 py-1 last:border-b-0">
      <h2 className="px-4 py-1 text-dns-14N-130 text-solid-gray-800">{title}</h2>
      <ul className="flex flex-col">
        {targets.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} className="flex min-h-11 items-center px-4 text-oln-16N-100 hover:bg-key-50 hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a phone: under the thumb, and out of the way while one thing is being done. */
export function BottomBar({ me }: { me: Me }) {
  const t = useText();
  const { places, begin } = useTargets(me);
  const all = [...places, ...begin];
  const shown =
    all.length <= ROOM_ON_A_PHONE
      ? all
      : [...places.slice(0, 2), ...begin.slice(0, 1), { to: '/menu' as const, label: t.app.menu }];
  return (
    <nav
      aria-label={t.app.menu}
      className="fixed inset-x-0 bottom-0 z-10 flex gap-px border-t border-solid-gray-420 bg-solid-gray-200 md:hidden print:hidden"
    >
      {shown.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          className="flex min-h-14 flex-1 items-center justify-center border-t-4 border-transparent bg-white px-1 text-center text-dns-14N-130 text-balance aria-[current=page]:border-key-900 aria-[current=page]:font-bold aria-[current=page]:text-key-900"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

export function LanguageSwitch() {
  const { language, waiting, change } = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  const busy = waiting === 'loading';
  return (
    <button
      type="button"
      lang={other}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={() => (busy ? undefined : change(other))}
      className="inline-flex min-h-11 shrink-0 items-center px-3 text-oln-14N-100 text-key-900 underline"
    >
      {other === 'en' ? 'English' : '日本語'}
      {busy ? '…' : ''}
    </button>
  );
}

/** The other language could not be fetched. Said in both, for it is the other that the reader asked for. */
export function LanguageFailed() {
  const t = useText();
  const { waiting } = useLanguage();
  return (
    <div role="alert" className="print:hidden">
      {waiting === 'failed' ? (
        <Notice look="warning" title={t.app.noEnglish}>
          <p className="text-std-16N-170">{t.app.noEnglishHelp}</p>
          <p lang="en" className="text-std-16N-170">
            {t.app.noEnglishInEnglish}
          </p>
        </Notice>
      ) : null}
    </div>
  );
}

function SignOut() {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <button
      type="button"
      onClick={() => void navigate({ to: '/' }).then(() => signOut.mutate())}
      className="inline-flex min-h-11 shrink-0 items-center px-3 text-oln-14N-100 text-key-900 underline"
    >
      {t.app.signOut}
    </button>
  );
}
