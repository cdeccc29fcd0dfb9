import { Link, type LinkProps } from '@tanstack/react-router';
import { labelOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import type { Post } from '../coordinators.ts';
import { useCoordinatorWords } from './coordinator-words.ts';

const LINK = 'inline-flex min-h-11 items-center text-key-900 underline';

/** Everybody in office, with what the grid has no room for, and where a post is ended. */
export function Posts({ posts }: { posts: readonly Post[] }) {
  const t = useCoordinatorWords();
  return (
    <section aria-labelledby="posts" className="flex flex-col gap-2">
      <h2 id="posts" className="text-std-18B-160">
        {t.list.title}
      </h2>
      <ul className="grid gap-3 lg:grid-cols-2">
        {posts
          .toSorted((a, b) => a.area.name.localeCompare(b.area.name, 'ja') || a.kind.localeCompare(b.kind))
          .map((post) => (
            <Holder key={post.id} post={post} />
          ))}
      </ul>
    </section>
  );
}

function Holder({ post }: { post: Post }) {
  const { id, kind, fields, level, area, user, organization, since, trainedOn, ends } = post;
  const t = useCoordinatorWords();
  const { app } = useText();
  const { day } = useTime();
  const ending = { to: '/cases/$id', params: { id }, search: { do: 'EndCoordinatorPost' } } as unknown as LinkProps;
  return (
    <li data-post={kind} className="flex flex-col gap-1 rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
      <p className="flex flex-wrap items-center gap-x-3 text-std-16N-170">
        <span className="font-bold">{user.name}</span>
        <span>{labelOf(t.codes.kind, kind)}</span>
        {trainedOn === null ? null : (
          <span className="rounded-4 border border-success-2 px-2 text-dns-14B-130">
            {t.list.trained(day(trainedOn))}
          </span>
        )}
      </p>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-dns-16N-130">
        <Fact name={t.field.area}>{area.name}</Fact>
        <Fact name={t.field.fields}>{fields.map((field) => labelOf(t.codes.fields, field)).join(app.comma)}</Fact>
        <Fact name={t.field.level}>{labelOf(t.codes.level, level)}</Fact>
        <Fact name={t.list.since}>{day(since)}</Fact>
      </dl>
      <p className="text-dns-14N-130 text-solid-gray-800">{organization.name}</p>
      {ends ? (
        <p className="flex flex-wrap gap-x-6">
          <Link to="/cases/$id" params={{ id }} search={{}} className={LINK} aria-label={t.list.openOf(user.name)}>
            {t.list.open}
          </Link>
          <Link {...ending} className={LINK} aria-label={t.list.endOf(user.name)}>
            {t.list.end}
          </Link>
        </p>
      ) : null}
    </li>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="flex gap-2">
      <dt className="text-solid-gray-700">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
