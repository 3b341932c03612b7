/** One contestant of the documents benchmark: fills one task again and again while it is its turn. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { compileTemplate } from '../../src/documents/word/compile-template.ts';
import { openZip } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';
import { packAllAt, packingIn, packingOf } from './documents-packing.ts';
import { readableText } from './documents-text.ts';
import { recapView, reportView } from './documents-views.ts';

/** What the race asks for, and what it is told. */
export interface Turn {
  readonly forMs: number;
}

export interface Measured {
  readonly ms: number;
  readonly peakMb: number;
  readonly kilobytes: number;
  /** What its document says; undefined where it makes none. */
  readonly text: string | undefined;
}

type Fill = () => Uint8Array | Promise<Uint8Array>;

const [contestant = '', task = '', folder = '', peers = '', typed = ''] = process.argv.slice(2);
const packing = packingOf(typed);
if (packing !== 'own') packAllAt(packing);
const view = task === 'report' ? reportView() : recapView(1000);
const kind = task === 'report' ? 'report' : 'recap';
const fill = await prepared();
let last = await fill();
for (let warm = 0; warm < (kind === 'report' ? 20 : 2); warm += 1) last = await fill();
const text = contestant === 'zlib alone' ? undefined : readableText(last);

process.on('message', async ({ forMs }: Turn) => {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < forMs) {
    await fill();
    count += 1;
  }
  const measured: Measured = {
    ms: (performance.now() - start) / count,
    peakMb: process.resourceUsage().maxRSS / 1024,
    kilobytes: last.length / 1024,
    text,
  };
  process.send?.(measured);
});

async function prepared(): Promise<Fill> {
  switch (contestant) {
    case 'layanan-vicon': {
      const template = compileTemplate(fileFor('ours'));
      return () => template.render(view);
    }
    case 'zlib alone': {
      const template = compileTemplate(fileFor('ours'));
      const whole = template.render(view);
      const part = openZip(whole).entries.find(({ name }) => name === 'word/document.xml');
      if (part === undefined) throw new Error('no body');
      const plain = unpack(part);
      // At the level of ours, whichever that is.
      const options = packingIn(() => template.render(view));
      return () => deflateRawSync(plain, options);
    }
    case 'docx in code': {
      const { CODE, wordFile } = await import('./documents-file.ts');
      return () => wordFile(kind, CODE);
    }
    case 'docxtemplater':
      return docxtemplater();
    case 'easy-template-x': {
      const { TemplateHandler } = (await peer('easy-template-x')) as {
        TemplateHandler: new () => {
          process: (file: Buffer, data: unknown) => Promise<Uint8Array>;
        };
      };
      const file = fileFor('easy-template-x');
      const handler = new TemplateHandler();
      return () => handler.process(file, view);
    }
    default: {
      const { createReport } = (await peer('docx-templates')) as {
        createReport: (options: object) => Promise<Uint8Array>;
      };
      const template = fileFor('docx-templates');
      const own = { template, data: view, cmdDelimiter: '+++', noSandbox: true };
      const options = packing === 'own' ? own : { ...own, compressionLevel: packing };
      return () => createReport(options);
    }
  }
}

async function docxtemplater(): Promise<Fill> {
  const { default: Docxtemplater } = (await peer('docxtemplater')) as {
    default: new (
      zip: object,
      options: object,
    ) => {
      render: (data: unknown) => void;
      getZip: () => { generate: (how: object) => Uint8Array };
    };
  };
  const { default: PizZip } = (await peer('pizzip')) as {
    default: new (file: Uint8Array) => object;
  };
  const file = fileFor('docxtemplater');
  const options = {
    paragraphLoop: true,
    linebreaks: true,
    delimiters: { start: '{{', end: '}}' },
  };
  return () => {
    const document = new Docxtemplater(new PizZip(file), options);
    document.render(view);
    return document.getZip().generate({
      type: 'nodebuffer',
      compression: 'DEFLATE',
      ...(packing === 'own' ? {} : { compressionOptions: { level: packing } }),
    });
  };
}

function fileFor(engine: string): Buffer {
  return readFileSync(join(folder, `${task}-${engine}.docx`));
}

function peer(name: string): Promise<unknown> {
  const require = createRequire(join(peers, 'package.json'));
  return import(pathToFileURL(require.resolve(name)).href);
}
