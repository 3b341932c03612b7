/**
 * A Word file that carries Handlebars tags, made into a function from data to a Word file.
 *
 * Everything that can be decided once is decided here; rendering prints and deflates only the parts that
 * carry tags and reuses the rest of the file as it lies in the template.
 */

import { contentTypesPart } from '../../office-package/relationships.ts';
import { deflated } from '../../office-package/write-zip.ts';
import type { PackedPart } from '../../office-package/zip-directory.ts';
import { settleTags } from './blocks/flow.ts';
import { type CompiledChart, compileChart } from './charts/charts.ts';
import { FaultList, TemplateFaultsError } from './faults/faults.ts';
import { type OfficeFile, openOfficeFile } from './file/office-file.ts';
import { type Story, storiesOf } from './file/stories.ts';
import { descendants, writeXml, xmlHead } from './file/xml.ts';
import { releaseControls } from './finding/bound-controls.ts';
import { clean } from './finding/clean.ts';
import { TagRoom } from './finding/tag-room.ts';
import { refuseTagsIn, refuseUnreachableTags } from './finding/unreachable-tags.ts';
import type { Tag } from './language/tags.ts';
import { listRestartsIn } from './printing/list-restarts.ts';
import { listStylesIn, paragraphStylesIn } from './printing/list-styles.ts';
import { type Numbering, numberingIn } from './printing/numbering.ts';
import type { CompiledPart, PartContext } from './printing/part-context.ts';
import { compilePart } from './printing/print-part.ts';
import { addDefaultTypes, withoutWorkingParts } from './rendering/document-parts.ts';
import { filledProperties, taggedValuesIn } from './rendering/properties.ts';
import { renderWith } from './rendering/render.ts';
import { itemStep, type NameUse, rootScope } from './values/scope.ts';

/** A template that has been found right; it can be rendered any number of times. */
export interface WordTemplate {
  /** The document for this data. The same template and data give the same bytes. */
  readonly render: (view: unknown) => Uint8Array;
  /** Every name that the template uses, as a path from the view: `petugas.nama`. */
  readonly fields: readonly string[];
  /** The same with the place and purpose of each use, for the check against a view's schema. */
  readonly uses: readonly NameUse[];
}

export interface CompileOptions {
  /** Print charts as drawn pictures, for viewers that cannot show Word's own. */
  readonly pictures?: boolean;
  /** The name of the office's time zone, behind times that the template gives none; WITA unless said. */
  readonly zone?: string;
}

/** @throws TemplateFaultsError that lists every mistake with its place, when there is one. */
export const compileTemplate = (
  bytes: Uint8Array,
  { pictures = false, zone = 'WITA' }: CompileOptions = {},
): WordTemplate => {
  const file = openOfficeFile(bytes);
  const faults = new FaultList();
  const uses: NameUse[] = [];
  const context = {
    restarts: new Map(),
    restarting: new Set<string>(),
    reached: new Set<Tag>(),
    scope: rootScope,
    inLoop: false,
    faults,
    room: new TagRoom(),
    uses,
    special: () => undefined,
    xml: file.xml,
    chartsAsPictures: pictures,
  };
  const taggedValues = taggedValuesIn(file);
  const stories = storiesOf(file);
  for (const { root, label } of stories) {
    clean(root);
    releaseControls(root, { label, faults, taggedValues });
  }
  refuseUnreachableTags(file, stories, faults);
  const numbering = numberingIn(file);
  const lastIds = { drawing: highestId(stories), list: numbering.lastId };
  const printed: CompiledPart[] = stories.map((story) =>
    printedStory(story, { file, numbering, context }),
  );
  const charts = chartsIn(stories, file).map((part) => compileChart(part, file, context));
  if (faults.all.length > 0) throw new TemplateFaultsError(faults.all);
  const properties = filledProperties(file, context);
  if (faults.all.length > 0) throw new TemplateFaultsError(faults.all);
  const parts = [...printed, ...properties, ...charts.flatMap(({ printed: part }) => part)];
  const fixed = fixedEntries(file, charts);
  const filled = new Set([
    ...parts.map(({ name }) => name),
    ...charts.map(({ workbookPart }) => workbookPart),
  ]);
  const untouched = fixed.filter(({ name }) => !filled.has(name));
  refuseTagsIn(untouched, faults);
  if (faults.all.length > 0) throw new TemplateFaultsError(faults.all);
  return {
    render: renderWith({ fixed, parts, charts, lastIds, numbering, zone }),
    fields: fieldNames(uses),
    uses,
  };
};

const printedStory = (
  { part, label, root }: Story,
  {
    file,
    numbering,
    context,
  }: {
    readonly file: OfficeFile;
    readonly numbering: Numbering;
    readonly context: Omit<PartContext, 'part' | 'label' | 'relationships'>;
  },
): CompiledPart => {
  const countsParagraphs = part === file.mainPart;
  const { faults, room } = context;
  const styles = paragraphStylesIn(file);
  settleTags(root, {
    part: { label, countsParagraphs },
    faults,
    room,
    listStyles: listStylesIn(file),
  });
  const restarts = listRestartsIn(root, { styles, numbering });
  const relationships = file.relationshipsOf(part);
  return compilePart(root, { ...context, restarts, part, label, relationships });
};

/** The chart parts that the stories show, each once. */
const chartsIn = (stories: readonly Story[], file: OfficeFile): string[] => {
  const parts = stories.flatMap(({ part, root }) => {
    const shown = new Set(
      [...descendants(root, 'c:chart')].map((one) => one.attributes.get('r:id')),
    );
    return file
      .relationshipsOf(part)
      .filter(({ id }) => shown.has(id))
      .map(({ target }) => target);
  });
  return [...new Set(parts)];
};

const highestId = (stories: readonly Story[]): number => {
  let highest = 0;
  for (const { root } of stories) {
    for (const element of descendants(root, 'wp:docPr')) {
      highest = Math.max(highest, Number(element.attributes.get('id')) || 0);
    }
    for (const element of descendants(root, 'w:bookmarkStart', 'w:permStart')) {
      highest = Math.max(highest, Number(element.attributes.get('w:id')) || 0);
    }
  }
  return highest;
};

/** The parts that every document shares, with what the printed ones will need. */
const fixedEntries = (
  file: OfficeFile,
  charts: readonly CompiledChart[],
): readonly PackedPart[] => {
  const changed = new Map<string, PackedPart>();
  for (const entry of charts.flatMap(({ fixed }) => fixed)) changed.set(entry.name, entry);
  addDefaultTypes(file.contentTypes);
  const { dropped, relationships } = withoutWorkingParts(
    file,
    new Set(charts.map(({ part }) => part)),
  );
  for (const entry of relationships) changed.set(entry.name, entry);
  changed.set(contentTypesPart, deflated(contentTypesPart, xmlHead + writeXml(file.contentTypes)));
  const own = [...file.entries.values()].filter(({ name }) => !dropped.has(name));
  const names = new Set(own.map(({ name }) => name));
  const all = [
    ...own.map((entry) => changed.get(entry.name) ?? entry),
    ...[...changed.values()].filter(({ name }) => !names.has(name)),
  ];
  return [
    ...all.filter(({ name }) => name === contentTypesPart),
    ...all.filter(({ name }) => name !== contentTypesPart),
  ];
};

const fieldNames = (uses: readonly NameUse[]): readonly string[] => {
  const certain = uses.filter(({ orHelper }) => !orHelper);
  const names = certain.map(({ path }) => path.filter((part) => part !== itemStep).join('.'));
  return [...new Set(names)].filter((name) => name !== '').sort();
};
