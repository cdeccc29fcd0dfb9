import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useEntryWords } from './words.ts';

/** 回復コード: shown once, to be kept on paper. */
export function RecoveryCodes({ codes, go, kept }: { codes: readonly string[]; go: () => void; kept?: string }) {
  const t = useEntryWords();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-std-16N-170">{t.recovery.help}</p>
      <ol className="grid grid-cols-1 gap-x-8 gap-y-2 rounded-8 border border-solid-gray-420 bg-white p-4 font-mono text-std-18N-160 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <Button onClick={() => window.print()}>{t.recovery.print}</Button>
        {/* Without TLS a browser has no clipboard. */}
        {'clipboard' in navigator ? <Button onClick={copy}>{t.recovery.copy}</Button> : null}
        <span role="status">{copied ? t.recovery.copied : ''}</span>
      </div>
      <div className="print:hidden">
        <Button look="primary" size="large" onClick={go}>
          {kept ?? t.recovery.go}
        </Button>
      </div>
    </div>
  );
}
