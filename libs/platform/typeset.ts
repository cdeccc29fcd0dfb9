import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';

const found = createRequire(import.meta.url);
const fontFolder = (weight: string): string =>
  dirname(found.resolve(`@expo-google-fonts/noto-sans-jp/${weight}/index.js`));

/** What the thread is given: everything that it needs lies on this machine. */
interface Work {
  readonly compiler: string;
  readonly workspace: string;
  readonly fonts: readonly string[];
  readonly template: string;
  readonly data: string;
}

/**
 * Typst compiles in one go: two seconds for 40 pages, in which nothing else of this process would run. So it has a thread of
 * its own, whose memory goes with it. PDF/UA-1 does not compile where a reader of screens could not follow it.
 */
const THREAD = `
const { parentPort, workerData: work } = require('node:worker_threads');
const { NodeCompiler } = require(work.compiler);
const typst = NodeCompiler.create({ workspace: work.workspace, fontArgs: [{ fontPaths: work.fonts }] });
const compiled = typst.compile({ mainFileContent: work.template, inputs: { data: work.data } });
if (!compiled.result) {
  const failed = compiled.takeError();
  throw new Error('the paper does not compile: ' + (failed ? JSON.stringify(typst.fetchDiagnostics(failed)) : ''));
}
parentPort.postMessage(typst.pdf(compiled.result, { pdfStandard: 'ua-1' }));
`;

/** Sets a template of Typst as PDF. Nothing of the data is ever part of the source: it comes as JSON under `sys.inputs.data`. */
export function typeset(template: string, data: object): Promise<Buffer> {
  const work: Work = {
    compiler: found.resolve('@myriaddreamin/typst-ts-node-compiler'),
    workspace: tmpdir(),
    fonts: [fontFolder('400Regular'), fontFolder('700Bold')],
    template,
    data: JSON.stringify(data),
  };
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { eval: true, workerData: work });
    thread.once('message', (pdf: Uint8Array) => {
      resolve(Buffer.from(pdf));
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread of a PDF ended without one')));
  });
}
