/**
 * What the terms of sale have in common that seldom change: markets, taxes, fees and deliveries.
 * Each change of one of them gives a new revision, so terms that are in memory with the stored
 * revision are those that are stored. Null: nothing was changed yet, so nothing is in memory.
 */
export type TermsRevision = string | null;

export interface TermsRevisions {
  /** In one statement. */
  current(): Promise<TermsRevision>;
}

export interface TermsRevisionStores {
  readonly termsRevisions: TermsRevisions;
}
