export interface Source {
  readonly file: string;
  readonly text: string;
}
type Graph = ReadonlyMap<string, ReadonlySet<string>>;
export const readSources: (
  root: string,
  folders: readonly string[],
  ending?: RegExp,
) => readonly Source[];
export const importsOf: (source: Source) => readonly string[];
export const importGraph: (sources: readonly Source[]) => Graph;
export const folderGraph: (graph: Graph) => Graph;
export const cycles: (graph: Graph) => readonly (readonly string[])[];
export const exportsOf: (source: Source) => readonly string[];
export const isNamedAfterExport: (source: Source) => boolean;
export const codeOf: (text: string) => string;
export const longLines: (text: string, limit: number) => readonly string[];
export const declaredNames: (source: Source) => readonly string[];
export const wordsOf: (name: string) => readonly string[];
