import { labelOf, useWords } from '../../../i18n/index.tsx';
import { partsOf } from '../document.ts';
import { words } from '../words.ts';

export function DocumentText({ text }: { text: string }) {
  const t = useWords(words);
  const parts = partsOf(text);
  if (Object.keys(parts).length === 0)
    return <p className="text-std-16N-170 whitespace-pre-wrap">{text === '' ? t.document.documentMissing : text}</p>;
  // What comes first in the words is what a care manager asks first.
  return (
    <dl className="flex flex-col gap-3">
      {Object.keys(t.codes.handoverPart)
        .filter((name) => name in parts)
        .map((name) => (
          <div key={name} className="border-b border-solid-gray-200 pb-2">
            <dt className="text-dns-14B-130 text-solid-gray-800">{labelOf(t.codes.handoverPart, name)}</dt>
            <dd className="text-std-16N-170 whitespace-pre-wrap">{parts[name] || t.document.emptyPart}</dd>
          </div>
        ))}
    </dl>
  );
}
