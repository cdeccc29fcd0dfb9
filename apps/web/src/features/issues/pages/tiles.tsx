import { useState } from 'react';
import { useWords } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { classesUpTo, classOf } from './classes.ts';
import { Lines, type NamedLine } from './lines.tsx';
import { pageWords } from './page-words.ts';
import { HATCH } from './shared.tsx';

/** From nothing to the most; what stands in a tile reads on each of them (contrast of 4.5 and more). */
const SHADES = [
  'bg-white text-solid-gray-900',
  'bg-key-50 text-solid-gray-900',
  'bg-key-200 text-solid-gray-900',
  'bg-key-700 text-white',
  'bg-key-1000 text-white',
] as const;

/** 地域別の件数: each place a tile of one size with its name and number in it, or the same as a table. */
export function Tiles({ areas }: { areas: readonly NamedLine[] }) {
  const { issue: say } = useWords(pageWords);
  const [asTable, showTable] = useState(false);
  return (
    <section aria-labelledby="issue-areas" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="issue-areas" className="text-std-18B-160">
          {say.areas}
        </h2>
        <Button onClick={() => showTable(!asTable)}>{asTable ? say.asTiles : say.asTable}</Button>
      </div>
      {asTable ? <Lines title={say.areas} lines={areas} /> : <TileMap areas={areas} />}
    </section>
  );
}

function TileMap({ areas }: { areas: readonly NamedLine[] }) {
  const { issue: say } = useWords(pageWords);
  const classes = classesUpTo(Math.max(0, ...areas.map(({ cases }) => cases ?? 0)));
  const shadeOf = (cases: number | null) =>
    cases === null ? `${HATCH} text-solid-gray-900` : (SHADES[classOf(classes, cases)] ?? SHADES[0]);
  const valueOf = (cases: number | null) => (cases === null ? say.hidden : say.count(cases));
  return (
    <>
      <p className="text-dns-14N-130 text-solid-gray-800">{say.tilesHelp}</p>
      <ul className="grid max-w-5xl grid-cols-3 gap-1 md:grid-cols-[repeat(auto-fill,minmax(7rem,1fr))]">
        {areas.map(({ code, name, cases }) => (
          <li key={code}>
            <div
              role="img"
              // Looked at one by one with the keyboard: the name and the number are in the tile for eyes only.
              tabIndex={0}
              aria-label={`${name} ${valueOf(cases)}`}
              className={`flex h-20 flex-col justify-between rounded-4 border border-solid-gray-600 p-2 ${shadeOf(cases)}`}
            >
              <span className="line-clamp-2 text-dns-14N-130">{name}</span>
              <span className="text-dns-16B-130 tabular-nums">{valueOf(cases)}</span>
            </div>
          </li>
        ))}
      </ul>
      <ul aria-label={say.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-dns-14N-130">
        {classes.map(({ from, to }, i) => (
          <Key key={from} shade={SHADES[i] ?? SHADES[0]} text={say.range(from, to)} />
        ))}
        {areas.some(({ cases }) => cases === null) ? <Key shade={HATCH} text={say.hidden} /> : null}
      </ul>
    </>
  );
}

const Key = ({ shade, text }: { shade: string; text: string }) => (
  <li className="flex items-center gap-1">
    <span aria-hidden="true" className={`inline-block size-5 border border-solid-gray-600 ${shade}`} />
    {text}
  </li>
);
