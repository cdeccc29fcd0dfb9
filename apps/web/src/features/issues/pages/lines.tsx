import { useWords } from '../../../i18n/index.tsx';
import { pageWords } from './page-words.ts';
import { HATCH } from './shared.tsx';

export interface NamedLine {
  readonly code: string;
  readonly name: string;
  readonly cases: number | null;
}

/** Numbers with a bar beside each, as a table: what the bars show is what is read aloud. */
export function Lines({ title, lines }: { title: string; lines: readonly NamedLine[] }) {
  const { issue: say, register } = useWords(pageWords);
  const most = Math.max(1, ...lines.map(({ cases }) => cases ?? 0));
  return (
    <table className="w-full self-start border-collapse bg-white text-std-16N-170">
      <caption className="pb-2 text-left text-std-18B-160">{title}</caption>
      <thead>
        <tr className="border-y border-solid-gray-420 text-left text-dns-14N-130">
          <th scope="col" className="px-2 py-1 font-normal">
            {say.part}
          </th>
          <th scope="col" className="px-2 py-1 text-right font-normal">
            {register.cases}
          </th>
          <td aria-hidden="true" className="w-1/3" />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ code, name, cases }) => (
          <tr key={code} className="border-b border-solid-gray-200">
            <th scope="row" className="px-2 py-1 text-left font-normal">
              {name}
            </th>
            <td className="px-2 py-1 text-right tabular-nums">{cases ?? say.hidden}</td>
            <td aria-hidden="true" className="px-2">
              <div
                className={cases === null ? `h-4 w-full ${HATCH}` : 'h-4 bg-key-600'}
                style={cases === null ? {} : { width: `${(100 * cases) / most}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
