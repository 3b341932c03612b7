/** How the parts of a package point to each other. */

export const officeRelations =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const contentTypesPart = '[Content_Types].xml';
/** What the package itself points to: its main part, its properties. */
export const packageRelationshipsPart = '_rels/.rels';

export interface Relationship {
  readonly id: string;
  /** The last word of the type: `header`, `chart`, `worksheet`; transitional and strict packages differ only before it. */
  readonly type: string;
  readonly fullType: string;
  /** A part's name for what is inside the package, an address for what is outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The part that lists what another part refers to. */
export const relationshipsPartOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

/** What an element of that list says of the part `source`. */
export const relationshipOf = (
  source: string,
  attribute: (name: string) => string | undefined,
): Relationship => {
  const fullType = attribute('Type') ?? '';
  const isExternal = attribute('TargetMode') === 'External';
  const target = attribute('Target') ?? '';
  return {
    id: attribute('Id') ?? '',
    type: fullType.slice(fullType.lastIndexOf('/') + 1),
    fullType,
    target: isExternal ? target : partNamed(source, target),
    isExternal,
  };
};

/** A target is relative to the part that names it, or begins with a slash. */
const partNamed = (source: string, target: string): string => {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};
