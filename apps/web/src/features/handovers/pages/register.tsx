import { useMe } from '../../../api/queries.ts';
import { BeginPage } from '../../../forms/begin-page.tsx';
import { useWords } from '../../../i18n/index.tsx';
import { REGISTER_ADMISSION } from '../forms.ts';
import { words } from '../words.ts';

/** 入院を登録する. A hospital registers its own. */
export function RegisterPage() {
  const t = useWords(words);
  const { data: me } = useMe();
  if (!me) return null;
  const { id, kind } = me.organization;
  return (
    <BeginPage
      command="RegisterAdmission"
      definition={REGISTER_ADMISSION}
      words={words}
      title={t.command.RegisterAdmission}
      known={kind === 'hospital' ? { hospital: id } : {}}
    />
  );
}
