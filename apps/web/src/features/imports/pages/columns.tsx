import { useLanguage, useText } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorText } from '../../../ui/field.tsx';
import type { Shown } from './import-page.tsx';
import { fieldIn, useImportWords } from './page-words.ts';

type Content = NonNullable<Shown['content']>;

/** Which column is which, above the first rows as they will be read. */
export function Columns({
  target,
  content: { columns, fields, mappingFaults, preview },
  map,
  check,
  busy,
}: {
  target: Shown['target'];
  content: Content;
  map: (columns: string[]) => void;
  check: (() => void) | undefined;
  busy: boolean;
}) {
  const t = useImportWords();
  const nameOf = (field: string) => fieldIn(t, target, field);
  const choose = (at: number, field: string) =>
    map(columns.map((column, i) => (i === at ? field : (column.field ?? ''))));
  const lacking = mappingFaults.map(({ code, field }) => {
    if (code === 'column_twice') return t.double(nameOf(field));
    return field === 'municipality' ? t.lackPlace : t.lack(nameOf(field));
  });
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-std-20B-150">{t.mapTitle}</h2>
      <p className="max-w-4xl text-std-16N-170">{t.mapHelp}</p>
      {lacking.length > 0 ? (
        <div role="alert" className="max-w-4xl">
          <Notice look="warning" title={t.lacking}>
            <ul>
              {lacking.map((text) => (
                <li key={text} className="text-std-16N-170">
                  {text}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {check ? (
        <div>
          <Button
            look="primary"
            size="large"
            busy={busy}
            aria-disabled={lacking.length > 0}
            onClick={() => (lacking.length > 0 ? undefined : check())}
          >
            {t.check}
          </Button>
        </div>
      ) : null}
      <div
        role="region"
        aria-label={t.mapTitle}
        // Wide tables are moved by the arrow keys as well.
        tabIndex={0}
        className="relative overflow-x-auto rounded-8 border border-solid-gray-420 bg-white"
      >
        <table className="text-dns-14N-130">
          <thead>
            <tr className="bg-solid-gray-50 align-top">
              <th scope="col" className="p-2 text-left">
                {t.line}
              </th>
              {columns.map(({ heading, field, twice }, i) => (
                <th key={`${i} ${heading}`} scope="col" className="min-w-44 p-2 text-left font-normal">
                  <label className="flex flex-col gap-1">
                    <span className="text-std-16B-170">
                      <span className="sr-only">{t.columnIs(heading)}</span>
                      <span aria-hidden="true">{heading === '' ? `(${i + 1})` : heading}</span>
                    </span>
                    <select
                      value={field ?? ''}
                      onChange={(event) => choose(i, event.target.value)}
                      className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2"
                    >
                      <option value="">{t.unread}</option>
                      {fields.map(({ name, required }) => (
                        <option key={name} value={name}>
                          {nameOf(name)}
                          {required ? '※' : ''}
                        </option>
                      ))}
                    </select>
                  </label>
                  {twice && field === null ? <ErrorText id={`column-${i}`} text={t.twice} /> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ line, cells }) => (
              <tr key={line} className="border-t border-solid-gray-300 align-top">
                <td className="p-2 whitespace-nowrap text-solid-gray-800">{line}</td>
                {columns.map(({ field, heading }, i) => (
                  <td key={`${i} ${heading}`} className="max-w-72 p-2">
                    <CellAs cell={cells.find((cell) => cell.field === field)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CellAs({ cell }: { cell: Content['preview'][number]['cells'][number] | undefined }) {
  const t = useImportWords();
  const { role, organizationKind } = useText();
  const { language } = useLanguage();
  if (!cell) return null;
  const { field, text, fault } = cell;
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    role,
    kind: organizationKind,
    sex: t.sex,
    consent: t.consent,
  };
  return (
    <>
      {fault ? text : (labels[field]?.[text] ?? text)}
      {fault ? <span className="block text-error-2">＊{fault[language]}</span> : null}
    </>
  );
}
