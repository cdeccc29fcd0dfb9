import type { Register } from './known.js';
import type { RowReader } from './row-reader.js';

/** The municipality that a row names in its column, else that with which its address begins. */
export function municipalityOf(row: RowReader, register: Register): string | undefined {
  if (register.known.municipalities.length === 0) {
    row.fault(
      'municipality',
      'no_areas',
      '圏域がまだ登録されていません。先に圏域を取り込んでください。',
      'There are no areas yet. Import the areas first.',
    );
    return undefined;
  }
  const named = row.text('municipality');
  if (named !== '')
    return row.one(
      'municipality',
      register.municipality(named),
      [
        `「${named}」という市町村は圏域にありません。名前か6桁の団体コードを確かめてください。`,
        'There is no such municipality. Check its name or its six-digit code.',
      ],
      [
        `「${named}」という市町村は2つ以上あります。6桁の団体コードで書いてください。`,
        'There is more than one municipality of this name. Write its six-digit code.',
      ],
    );
  const address = row.text('address');
  if (address !== '')
    return row.one(
      'address',
      register.placeOf(address),
      [
        '住所から市町村が分かりません。住所を市町村名から書くか、市町村の列を加えてください。',
        'The address does not say which municipality it is in. Begin it with the municipality, or add a column of municipalities.',
      ],
      [
        '住所の市町村は2つ以上あります。市町村の列を加え、6桁の団体コードで書いてください。',
        'There is more than one municipality of this name. Add a column with its six-digit code.',
      ],
    );
  row.fault(
    row.has('municipality') ? 'municipality' : 'address',
    'missing',
    '市町村が分かりません。市町村か住所を書いてください。',
    'It does not say in which municipality. Write that, or an address.',
  );
  return undefined;
}
