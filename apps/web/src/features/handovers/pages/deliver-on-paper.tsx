import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../../api/client.ts';
import type { Answered } from '../../../api/contract.ts';
import type { DoingProps } from '../../../feature.ts';
import type { Widened } from '../../../i18n/dictionary.ts';
import { useWords } from '../../../i18n/index.tsx';
import type { Pair } from '../../../i18n/dictionary.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';

const ja = {
  help: '相手がこのシステムを使っていないときに使います。送付状（FAXの表紙・回答用紙）と、電話で読み上げる回答番号ができます。送付状には患者さんの情報は載りません。引継書そのものは、いつもの方法で送ってください。',
  again: '新しく作ると、前の送付状と回答番号は使えなくなります。',
  make: '送付状と回答番号を作る',
  making: '作っています…',
  made: '送付状ができました',
  number: '用紙番号',
  code: '回答番号（電話ではこれを聞きます）',
  page: '相手が答えるページ（1回だけ使えます）',
  until: '期限',
  print: '送付状（PDF）を受け取る',
  once: '回答番号とページのアドレスは、この画面を閉じると二度と表示されません。送付状には載っています。',
};
const en: Widened<typeof ja> = {
  help: 'For a receiver who does not use this system. It makes a cover sheet (for the FAX, and to answer on) and a code to be read out by telephone. The sheet holds nothing of the patient. Send the handover itself as you always do.',
  again: 'A new sheet puts the one before and its code out of use.',
  make: 'Make the sheet and the code',
  making: 'Making it …',
  made: 'The sheet is ready',
  number: 'Number of the sheet',
  code: 'Reply code (asked for on the telephone)',
  page: 'Page on which the receiver answers (good once)',
  until: 'Good until',
  print: 'Take the sheet (PDF)',
  once: 'The code and the address are not shown again once this page is closed. Both stand on the sheet.',
};
const words: Pair<Widened<typeof ja>> = { ja, en };

type Made = Answered<'/api/v1/handovers/{case}/reply-sheets'>;

/** 紙・電話で届ける: for whoever signs in nowhere. */
export function DeliverOnPaper({ timeline }: DoingProps) {
  const t = useWords(words);
  const making = useMutation({
    mutationFn: () => ask('/api/v1/handovers/{case}/reply-sheets', {}, { case: timeline.about.id }),
  });
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {making.error ? <Refused problem={making.error} /> : null}
      {making.data ? (
        <Sheet made={making.data} />
      ) : (
        <>
          <p className="text-std-16N-170">{t.help}</p>
          <p className="text-std-16N-170 text-solid-gray-700">{t.again}</p>
          <Button look="primary" size="huge" wide busy={making.isPending} onClick={() => making.mutate()}>
            {making.isPending ? t.making : t.make}
          </Button>
        </>
      )}
    </div>
  );
}

function Sheet({ made }: { made: Made }) {
  const t = useWords(words);
  const { stamp } = useTime();
  const [file, setFile] = useState<string>();
  useEffect(() => {
    const bytes = Uint8Array.from(atob(made.sheet), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    setFile(address);
    return () => URL.revokeObjectURL(address);
  }, [made]);
  return (
    <Notice look="good" title={t.made}>
      <dl className="flex flex-col gap-3 text-std-16N-170">
        <div>
          <dt>{t.number}</dt>
          <dd className="text-std-18B-160">{made.number}</dd>
        </div>
        <div>
          <dt>{t.code}</dt>
          <dd data-reply-code className="text-std-24B-150 tracking-wider">
            {made.code}
          </dd>
        </div>
        <div>
          <dt>{t.page}</dt>
          <dd className="break-all">{made.page}</dd>
        </div>
        <div>
          <dt>{t.until}</dt>
          <dd>{stamp(made.expiresAt)}</dd>
        </div>
      </dl>
      <p className="mt-3 text-std-16N-170">
        <a href={file} download={`${made.number}.pdf`} className="inline-flex min-h-11 items-center underline">
          {t.print}
        </a>
      </p>
      <p className="text-std-16N-170">{t.once}</p>
    </Notice>
  );
}
