import { secretFingerprints } from "../../src/infrastructure/identity/secret-fingerprints.js";
import { fixedClock } from "../fakes/fixed-clock.js";

export const TEST_SECRET = "Wq3vX0yKzT5cE8hR1nB7uJ4sD9gL2mF6aPiOxNtQeYk";

/** Fingerprints of a store that no version before has used. */
export const testFingerprints = secretFingerprints([TEST_SECRET], null, fixedClock());
