import type { Attack } from "./attack.js";
import { aliases } from "./attacks/aliases.js";
import { crowd } from "./attacks/crowd.js";
import { deepQueries, newFragments, newTokens } from "./attacks/expensive-documents.js";
import { framing } from "./attacks/framing.js";
import {
  idleConnections,
  slowBodies,
  slowHeaders,
  slowReaders,
} from "./attacks/held-connections.js";
import { pictures } from "./attacks/pictures.js";
import { pipelined } from "./attacks/pipelined.js";

/** All attacks on a server with the embedded store, by their names. */
export const ATTACKS: Readonly<Record<string, Attack>> = Object.fromEntries(
  [
    pipelined(20),
    pipelined(100),
    aliases(1),
    aliases(4),
    aliases(16),
    deepQueries,
    newFragments,
    newTokens,
    idleConnections(1_024),
    idleConnections(20_000),
    slowHeaders,
    slowBodies,
    slowReaders,
    pictures,
    crowd,
    framing,
  ].map((attack) => [attack.name, attack]),
);
