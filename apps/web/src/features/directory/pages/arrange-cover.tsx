import { BeginPage } from '../../../forms/begin-page.tsx';
import { formsIn } from '../../../forms/definitions.ts';
import { useWords } from '../../../i18n/index.tsx';
import { words, type Words } from '../words.ts';

// Its days are asked for: that it was arranged earlier says nothing more.
const definition = formsIn<Words>()(
  'ArrangeDeskCover',
  {
    deputy: {
      as: 'organization',
      kinds: ['help_desk', 'cooperation_base'],
      another: true,
      required: true,
      hint: 'deputy',
    },
    from: { as: 'date', required: true },
    until: { as: 'date', required: true, hint: 'until' },
  },
  false,
);

/** 窓口の代行を頼む: who stands in while the desk is closed. */
export function ArrangeCoverPage() {
  const t = useWords(words);
  return (
    <BeginPage command="ArrangeDeskCover" definition={definition} words={words} title={t.command.ArrangeDeskCover} />
  );
}
