import type { ProductId } from "../../../domain/catalog/ids.js";
import type { DeclaredMetafield } from "../../../domain/catalog/metafields/check-declared.js";
import type { DeclaredContent } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { ProductFile } from "../ports/product-files.js";

/** A definition that is stored, or that an entry of the file makes. */
export type DeclaredDefinition = DeclaredContent & DeclaredMetafield;

type FacedFile = Pick<ProductFile, "has" | "hasSku" | "declared" | "issuesOfNew">;

/** What an import creates and custom fields refer to. */
type Promised = "product" | "variant";

/**
 * What the products that an import has come past have changed, in the order of the file. A dry run
 * saves nothing, so it decides by this; a run decides the same, whichever products it saves together.
 */
export class ImportState {
  readonly #released = new Map<string, ProductId>();
  readonly #claimed = new Map<ProductId, string>();
  readonly #declared = new Map<string, DeclaredDefinition>();
  readonly #promised = new Map<string, string>();
  readonly #said = new Set<keyof FacedFile["issuesOfNew"]>();

  constructor(
    readonly file: FacedFile,
    private readonly before: ImportState | null = null,
  ) {}

  /** A state on top of this one, for decisions that may be undone. */
  draft(): ImportState {
    return new ImportState(this.file, this);
  }

  /** Takes over what a draft has noted. */
  keep(draft: ImportState): void {
    for (const [sku, owner] of draft.#released) this.#released.set(sku, owner);
    for (const [id, name] of draft.#claimed) this.#claimed.set(id, name);
    for (const [name, definition] of draft.#declared) this.#declared.set(name, definition);
    for (const issue of draft.#said) this.#said.add(issue);
  }

  /** Notes that a product gives up a SKU, so that a later one may take it. */
  release(sku: string, owner: ProductId): void {
    this.#released.set(sku, owner);
  }

  hasReleased(sku: string, owner: ProductId): boolean {
    return this.#released.get(sku) === owner || this.before?.hasReleased(sku, owner) === true;
  }

  /** Notes that a product was found by an old slug. */
  claim(id: ProductId, name: string): void {
    this.#claimed.set(id, name);
  }

  /** The name of the entry that found a product by an old slug. */
  claimedBy(id: ProductId): string | undefined {
    return this.#claimed.get(id) ?? this.before?.claimedBy(id);
  }

  /**
   * The id that a product or a variant of the file gets when it is created, because a custom field
   * refers to it before. It stays the same, also when a decision is undone.
   * @param name its slug or SKU
   */
  promise(kind: Promised, name: string, next: () => string): string {
    if (this.before) return this.before.promise(kind, name, next);
    const known = this.promised(kind, name);
    if (known !== undefined) return known;
    const id = next();
    this.#promised.set(`${kind} ${name}`, id);
    return id;
  }

  promised(kind: Promised, name: string): string | undefined {
    return this.before ? this.before.promised(kind, name) : this.#promised.get(`${kind} ${name}`);
  }

  declare(metafield: string, definition: DeclaredDefinition): void {
    this.#declared.set(metafield, definition);
  }

  declared(metafield: string): DeclaredDefinition | undefined {
    return this.#declared.get(metafield) ?? this.before?.declared(metafield);
  }

  /** Each issue about new products and variants is made once. @returns whether it is to be made */
  isFirst(issue: keyof FacedFile["issuesOfNew"]): boolean {
    if (this.#hasSaid(issue)) return false;
    this.#said.add(issue);
    return true;
  }

  #hasSaid(issue: keyof FacedFile["issuesOfNew"]): boolean {
    return this.#said.has(issue) || (this.before !== null && this.before.#hasSaid(issue));
  }
}
