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
   * Whether keys may be left that a version before stored: with the kind of the viewer as their
   * actor, and the plain SHA-256 of the whole input.
   */
  mayMeetPlainKeys(): boolean;
}
