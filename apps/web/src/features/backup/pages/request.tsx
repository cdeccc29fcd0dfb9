import { BeginPage } from '../../../forms/begin-page.tsx';
import { useWords } from '../../../i18n/index.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { REQUEST_BACKUP } from '../forms.ts';
import { words } from '../words.ts';

export function RequestPage() {
  const t = useWords(words);
  return (
    <BeginPage
      command="RequestEmergencyBackup"
      definition={REQUEST_BACKUP}
      words={words}
      title={t.command.RequestEmergencyBackup}
    >
      <Notice look="bad" title={t.offer.lifeThreatening} />
    </BeginPage>
  );
}
