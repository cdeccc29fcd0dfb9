import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { gzip } from '@gfx/zopfli';

/** What is smaller fits into one packet as it is. */
const WORTH_IT = 1_000;

const FORMS = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  // Plain gzip, found with more patience than zlib has: 4 % less where there is no TLS, and so no Brotli.
  gz: (bytes) => promisify(gzip)(bytes, { numiterations: 15 }),
};

/** Lays a .br and a .gz beside each asset: what takes seconds at its best is done once, and not for every reader. */
export async function compressAssets(folder) {
  await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const bytes = await readFile(join(folder, name));
      if (bytes.length < WORTH_IT) return;
      for (const [ending, compressed] of Object.entries(FORMS)) {
        const smaller = await compressed(bytes);
        if (smaller.length < bytes.length) await writeFile(join(folder, `${name}.${ending}`), smaller);
      }
    }),
  );
}
