import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import { change, type Change, type ChangeDone, type Work } from "../../shared/change.js";
import type { Clock } from "../../shared/clock.js";
import type { IdempotencyKeyReads, IdempotencyStores } from "../../shared/idempotency-keys.js";
import type { Log } from "../../shared/log.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { anybody, type Viewer } from "../../shared/viewer.js";
import type { CartFacts } from "../ports/cart-facts.js";
import type { CartReads } from "../ports/cart-reads.js";
import type { OutsideServices } from "../ports/outside-services.js";
import type { AskAboutCart } from "./ask-about-cart.js";

/** What an operation that may ask outside needs. */
export interface AskingNeeds<Stores> extends CartFacts {
  readonly unitOfWork: UnitOfWork<Stores & IdempotencyStores>;
  readonly clock: Clock;
  readonly cartReads: CartReads;
  readonly idempotencyKeyReads: IdempotencyKeyReads;
  /** Left out or null: nobody is asked, and nothing is read to ask. */
  readonly outside?: OutsideServices | null;
  /** Where it is told that what follows a change has failed. */
  readonly log: Log;
  /** Asks them; one for all operations, because it remembers outages. */
  readonly askAboutCart?: AskAboutCart | null;
}

/** What was found out before the unit of work. */
export interface Preparation<Draft> {
  readonly answers: readonly OutsideAnswer[];
  /** What of the change has to be the same in the unit of work; null when nobody was asked. */
  readonly draft: Draft | null;
}

interface AskingParts<Stores, Needs, Command, Draft, Result> {
  /** The change as it would be, on what is read without a lock. */
  readonly prepare: (
    command: Command,
    viewer: Viewer,
    needs: Needs & AskingNeeds<Stores>,
    ask: AskAboutCart,
  ) => Promise<Preparation<Draft>>;
  readonly decide: (
    command: Command,
    work: Work<Stores>,
    needs: Needs & AskingNeeds<Stores>,
    preparation: Preparation<Draft>,
  ) => Promise<Result>;
  readonly afterwards?: (
    result: Result,
    done: ChangeDone<Command>,
    needs: Needs & AskingNeeds<Stores>,
  ) => Promise<void>;
  readonly afterwardsMs?: number;
  readonly repeatsAfterwards?: boolean;
}

/** Makes a change that asks services outside before its unit of work, where a shop has any. */
export const askingChange = <Stores, Needs, Command, Draft, Result>({
  prepare,
  decide,
  ...after
}: AskingParts<Stores, Needs, Command, Draft, Result>) => {
  type All = Needs & AskingNeeds<Stores>;
  const plain = change<Stores, All, Command, undefined, Result>(anybody, {
    decide: (command, work, needs) => decide(command, work, needs, { answers: [], draft: null }),
    ...after,
  });
  const asking = (ask: AskAboutCart) =>
    change<Stores, All, Command, Preparation<Draft>, Result>(anybody, {
      prepare: (command, viewer, needs) => prepare(command, viewer, needs, ask),
      decide,
      ...after,
    });
  const factory = (needs: All): Change<Command, Result> => {
    const { outside, askAboutCart: ask } = needs;
    return outside && ask ? asking(ask)(needs) : plain(needs);
  };
  return Object.assign(factory, { policy: plain.policy });
};
