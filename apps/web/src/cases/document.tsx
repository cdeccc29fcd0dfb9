import { labelOf, useText } from '../i18n/index.tsx';
import { ja } from '../i18n/ja/index.ts';

type Parts = Readonly<Record<string, string>>;

/** A handover document by its parts. The server sends one text with a line for each part, "adl: …". */
export function partsOf(text: unknown): Parts {
  const parts: Record<string, string> = {};
  let last: string | undefined;
  for (const line of String(text ?? '').split('\n')) {
    const [, name, rest] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined && Object.hasOwn(ja.codes.handoverPart, name)) {
      last = name;
      parts[name] = rest ?? '';
    } else if (last !== undefined) parts[last] += `\n${line}`;
  }
  return parts;
}

export function HandoverText({ text }: { text: unknown }) {
  const t = useText();
  const parts = partsOf(text);
  if (Object.keys(parts).length === 0)
    return (
      <p className="text-std-16N-170 whitespace-pre-wrap">
        {text === 'complete' ? t.case.documentFictional : text ? String(text) : t.case.documentMissing}
      </p>
    );
  // What comes first in the dictionary is what a care manager asks first.
  const names = Object.keys(t.codes.handoverPart);
  return (
    <dl className="flex flex-col gap-3">
      {names
        .filter((name) => name in parts)
        .map((name) => (
          <div key={name} className="border-b border-solid-gray-200 pb-2">
            <dt className="text-dns-14B-130 text-solid-gray-800">{labelOf(t.codes.handoverPart, name)}</dt>
            <dd className="text-std-16N-170 whitespace-pre-wrap">{parts[name] || t.case.emptyPart}</dd>
          </div>
        ))}
    </dl>
  );
}
