import { lazy, Suspense, useRef, useState } from 'react';
import type { Row } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/page.tsx';

/** Fetched by whoever opens it: a board has the button in many rows, and most are never pressed. */
const Choice = lazy(async () => ({ default: (await import('./promise-choice.tsx')).Choice }));

/** "I will do it by …": the chase rests until then, and nothing counts as done. */
export function PromiseButton({ row, name }: { row: Pick<Row, 'id'>; name: string }) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-label={`${t.promise.title}　${name}`}
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {t.promise.button}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`promise-${row.id}`}
        onClose={() => setOpen(false)}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] whitespace-normal rounded-12 border border-solid-gray-420 p-5"
      >
        <h2 id={`promise-${row.id}`} className="text-std-20B-150">
          {t.promise.title}
        </h2>
        <p className="mb-3 text-std-16N-170">{name}</p>
        {open ? (
          <Suspense fallback={<Loading />}>
            <Choice obligation={row.id} close={() => dialog.current?.close()} />
          </Suspense>
        ) : null}
      </dialog>
    </>
  );
}
