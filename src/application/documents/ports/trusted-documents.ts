/** Which API documents are for. */
export type DocumentsApi = "shop" | "admin";

/** A document that clients call by its id. */
export interface TrustedDocument {
  /** In its stored form: see `documentId`. */
  readonly id: string;
  /** The name of its operation; null where it has none. */
  readonly name: string | null;
  readonly kind: "query" | "mutation";
  readonly text: string;
}

/** A document without its text, for lists. */
export interface PublishedDocument extends Omit<TrustedDocument, "text"> {
  readonly characters: number;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
}

export interface TrustedDocuments {
  /** Stores new documents, and notes of all that they were published now. Keeps stored texts. */
  save(api: DocumentsApi, documents: readonly TrustedDocument[], now: Date): Promise<void>;
  /** The texts that are stored, by id. */
  texts(api: DocumentsApi, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  count(api: DocumentsApi): Promise<number>;
  /** @returns how many there were */
  remove(api: DocumentsApi, which: WhichDocuments): Promise<number>;
}

/** Documents with these ids, or those that nobody has published since a time. */
export type WhichDocuments = { readonly ids: readonly string[] } | { readonly unusedSince: Date };

export interface DocumentStores {
  readonly trustedDocuments: TrustedDocuments;
}

export interface TrustedDocumentReads {
  /**
   * The text of a document; null for an unknown one. It is remembered for a while, so another
   * process may be late to know what was published or retired.
   */
  text(api: DocumentsApi, id: string): Promise<string | null>;
  /** Those that were published last come first. */
  newest(api: DocumentsApi, limit: number): Promise<readonly PublishedDocument[]>;
  count(api: DocumentsApi): Promise<number>;
}
