import { labelOf, useText } from '../i18n/index.tsx';

type Parts = Readonly<Record<string, string>>;

/** A handover document as it was stored: an object of parts, the same as text, or one text. */
export function partsOf(text: unknown): Parts | string {
  if (typeof text === 'string') {
    if (!text.startsWith('{')) return text;
    try {
      return partsOf(JSON.parse(text) as unknown);
    } catch {
      return text;
    }
  }
  if (typeof text !== 'object' || text === null) return '';
  const inner = 'document' in text ? (text as { document: unknown }).document : text;
  return inner === text || typeof inner === 'string' ? (inner as Parts | string) : partsOf(inner);
}

export function HandoverText({ text }: { text: unknown }) {
  const t = useText();
  const parts = partsOf(text);
  if (typeof parts === 'string')
    return (
      <p className="text-std-16N-170 whitespace-pre-wrap">
        {parts === 'complete' ? t.case.documentFictional : parts || t.case.documentMissing}
      </p>
    );
  // What comes first in the dictionary is what a care manager asks first.
  const names = [...new Set([...Object.keys(t.codes.handoverPart), ...Object.keys(parts)])];
  return (
    <dl className="flex flex-col gap-3">
      {names
        .filter((name) => name in parts)
        .map((name) => (
          <div key={name} className="border-b border-solid-gray-200 pb-2">
            <dt className="text-dns-14B-130 text-solid-gray-800">{labelOf(t.codes.handoverPart, name)}</dt>
            <dd className="text-std-16N-170 whitespace-pre-wrap">{String(parts[name]) || t.case.emptyPart}</dd>
          </div>
        ))}
    </dl>
  );
}
