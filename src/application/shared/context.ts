import type { Clock } from "./clock.js";
import type { Subscriber } from "./events.js";
import type { Ids } from "./ids.js";
import type { Intersection } from "./intersection.js";
import type { OutsideWork } from "./outside-work.js";
import type { Job, Recurring } from "./schedule.js";
import type { Permission } from "./viewer.js";
import type { WarningMeanings } from "./warning.js";
import type { Operations } from "./wired.js";

/** What runs in the background: after a commit, or at a time. */
export interface BackgroundWork<Stores> {
  readonly subscribers: readonly Subscriber<Stores>[];
  readonly jobs: readonly Job<Stores>[];
  readonly recurring: readonly Recurring<Stores>[];
}

/** What background work gets besides the stores of its unit of work. */
export interface BackgroundNeeds {
  readonly clock: Clock;
  readonly ids: Ids;
  /** After how many days without a change a cart is forgotten; Infinity: never. */
  readonly cartDays: number;
}

/** Everything that a context says of itself in this room: its front door. */
export interface Context {
  /** The first part of the full names of its operations: `catalog` of `catalog.productUpdate`. */
  readonly name: string;
  readonly operations: Operations<never>;
  /** Gives the operations what they need. */
  readonly open: (needs: never) => object;
  /** Every permission that one of its policies names. */
  readonly permissions?: readonly Permission[];
  /** The prefixes of its ids. */
  readonly idPrefixes?: readonly string[];
  readonly warnings?: WarningMeanings;
  readonly background?: (needs: BackgroundNeeds) => Partial<BackgroundWork<never>>;
  /** The work that calls services outside. Needs what the operations need, or other things. */
  readonly outside?: (needs: never) => readonly OutsideWork[];
}

/** The operations of several contexts, by the names of the contexts. */
export type AppOf<Contexts extends readonly Context[]> = {
  readonly [One in Contexts[number] as One["name"]]: ReturnType<One["open"]>;
};

/** Everything that the operations of several contexts need. */
export type NeedsOf<Contexts extends readonly Context[]> = Intersection<
  NeedsIn<Contexts[number]["open"]>
>;

/** Everything that the outside work of several contexts needs. */
export type OutsideNeedsOf<Contexts extends readonly Context[]> = Intersection<
  NeedsIn<OutsideIn<Contexts[number]>>
>;

type NeedsIn<Opening> = Opening extends (needs: infer Needs) => unknown
  ? unknown extends Needs
    ? object
    : Needs
  : never;

type OutsideIn<One extends Context> = One extends { readonly outside: infer Outside }
  ? Outside
  : never;

/** The stores that the background work of several contexts uses. */
export type BackgroundStoresOf<Contexts extends readonly Context[]> = Intersection<
  StoresIn<Contexts[number]>
>;

type StoresIn<One extends Context> = One extends {
  readonly background: (needs: BackgroundNeeds) => Partial<BackgroundWork<infer Stores>>;
}
  ? Stores
  : never;
