import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client.ts';
import { Checkboxes } from '../../../forms/choices.tsx';
import type { UsedForm } from '../../../forms/use-command-form.ts';
import { optionsOf, useWords } from '../../../i18n/index.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { words } from '../words.ts';
import { keyOf, listOf, type DeskForm } from './desk-form.ts';

export function useDeskForm(occurredAt: unknown): DeskForm | undefined {
  const queryKey = keyOf(occurredAt);
  return useQuery({
    queryKey,
    queryFn: () => get('/api/v1/consultation-form', { on: queryKey[1] || undefined }),
    // That of the call before may be of yesterday, or of the rules before these.
    staleTime: 0,
  }).data;
}

/** 確認事項: reminders that need no answer. They come last, so that nobody has to pass them by key. */
export function CheckList({ used, desk, scene }: { used: UsedForm; desk: DeskForm | undefined; scene: unknown }) {
  const t = useWords(words);
  const list = listOf(desk, scene);
  const labels = optionsOf(t.codes.check);
  const options = list.flatMap((code) => labels.filter(({ value }) => value === code));
  return options.length > 0 ? (
    <FieldGroup name="checked" label={t.field.checked} hint={t.log.checkHelp} error={used.errorOf('checked')}>
      <Checkboxes form={used.form} name="checked" options={options} dense />
    </FieldGroup>
  ) : null;
}
