/**
 * Hashes inputs with the secret of the store, so that who reads the database cannot find an input
 * by trying.
 */
export interface Fingerprints {
  /**
   * Equal for equal inputs. The first one is stored; the others are accepted too, because keys were
   * stored with a former secret.
   */
  of(input: string): readonly [string, ...string[]];
  /**
   * What to do about the keys of versions before: with the kind of the viewer as their actor, and
   * the plain SHA-256 of the whole input.
   */
  plainKeys(): PlainKeys;
}

/**
 * WRITTEN while processes of a version before may run beside this one, and have to find the keys of
 * this one; MET while keys of that time are kept; NONE after that, and in a new store.
 */
export type PlainKeys = "WRITTEN" | "MET" | "NONE";
