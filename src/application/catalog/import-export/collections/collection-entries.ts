import type { ImportIssue } from "../../../shared/file-format.js";
import type { TableFile } from "../../../shared/table-files.js";
import type { CollectionField } from "./collection-file.js";
import type {
  CollectionEntry,
  CollectionIssue,
  CollectionRecord,
  CollectionRow,
  MemberRecord,
} from "./collection-record.js";
import { CellReader } from "./cell-reader.js";
import { readCollection, slugOfRow, type CollectionColumns } from "./read-collection.js";

/** The rows of one collection that are kept in memory: one for each of its products. */
const MOST_ROWS = 50_000;
const OF_EACH_ROW: ReadonlySet<CollectionField> = new Set([
  "handle",
  "product",
  "productPosition",
] as const);

interface EntryContext {
  readonly header: CollectionColumns;
  readonly multiline: ReadonlySet<CollectionField>;
  readonly issue: CollectionIssue;
}

/** Streams the collections of a file. The rows of one collection follow each other. */
export async function* collectionEntries(
  file: Pick<TableFile<CollectionField>, "batches">,
  context: EntryContext,
): AsyncGenerator<CollectionEntry> {
  const lines = new Map<string, number>();
  let current: EntryBuilder | null = null;
  for await (const rows of file.batches())
    for (const row of rows) {
      const handle = slugOfRow(row);
      if (current && handle !== null && handle === current.handle) {
        current.add(row);
        continue;
      }
      if (current) yield current.entry();
      current = new EntryBuilder(row, handle, context);
      if (handle === null) current.refuseHandle();
      else {
        const line = lines.get(handle);
        if (line === undefined) lines.set(handle, row.line);
        else current.refuseRepeated(line);
      }
    }
  if (current) yield current.entry();
}

class EntryBuilder {
  #rows = 0;
  readonly #members: MemberRecord[] = [];
  readonly #defects: ImportIssue[] = [];
  readonly #warnings: ImportIssue[] = [];
  readonly #record: CollectionRecord | null;
  readonly #lines = new Map<string, number>();

  constructor(
    private readonly first: CollectionRow,
    readonly handle: string | null,
    private readonly context: EntryContext,
  ) {
    const read =
      handle === null || first.defects.length > 0
        ? null
        : readCollection(first, handle, context.header, context.multiline, context.issue);
    this.#record = read?.record ?? null;
    this.#defects.push(...(read?.cells.defects ?? []));
    this.#warnings.push(...(read?.cells.warnings ?? []));
    this.add(first);
  }

  refuseHandle(): void {
    const handle = this.first.cells.handle ?? "";
    this.#defects.push(
      this.context.issue(this.first, "handle", {
        code: handle === "" ? "NO_HANDLE" : "INVALID_SLUG",
        reason:
          handle === ""
            ? "The row has no handle, so its collection is unknown."
            : `"${handle}" cannot be the handle of a collection.`,
        advice:
          handle === ""
            ? "Fill in the handle in every row of a collection."
            : "Use letters, digits and hyphens for the handle.",
      }),
    );
  }

  refuseRepeated(line: number): void {
    this.#defects.push(
      this.context.issue(this.first, "handle", {
        code: "HANDLE_REPEATED",
        reason: `The rows of this collection begin on line ${line}, with others between. These rows are not imported.`,
        advice: "Put all rows of a collection one below the other: sort the file by its handles.",
      }),
    );
  }

  add(row: CollectionRow): void {
    this.#rows++;
    this.#defects.push(...row.defects);
    if (row.defects.length > 0) return;
    if (this.#rows > MOST_ROWS) {
      if (this.#rows === MOST_ROWS + 1)
        this.#defects.push(
          this.context.issue(row, "handle", {
            code: "TOO_MANY_ROWS",
            reason: `The collection has more than ${MOST_ROWS} rows.`,
            advice: "Check whether all collections have the same handle, or fill it by rules.",
          }),
        );
      return;
    }
    const cells = new CellReader(row, this.context.issue);
    if (row !== this.first) this.#reportOthers(row, cells);
    this.#addMember(row, cells);
    this.#defects.push(...cells.defects);
    this.#warnings.push(...cells.warnings);
  }

  entry(): CollectionEntry {
    return {
      row: this.first,
      rows: this.#rows,
      record: this.#record,
      members: this.#members,
      defects: this.#defects,
      warnings: this.#warnings,
    };
  }

  /** Settings are in the first row; later ones may repeat them. */
  #reportOthers(row: CollectionRow, cells: CellReader): void {
    for (const field of Object.keys(row.cells) as CollectionField[])
      if (!OF_EACH_ROW.has(field) && row.cells[field] !== this.first.cells[field])
        cells.ignored(field, `line ${this.first.line} has the settings of the collection.`);
  }

  #addMember(row: CollectionRow, cells: CellReader): void {
    const slug = row.cells.product ?? "";
    if (slug === "") {
      cells.ignored("productPosition", "the row has no product.");
      return;
    }
    const position = cells.position("productPosition") ?? null;
    const line = this.#lines.get(slug);
    if (line === undefined) {
      this.#lines.set(slug, row.line);
      this.#members.push({ row, slug, position });
    } else cells.ignored("product", `line ${line} has the same product of this collection.`);
  }
}
