import type { Limits } from "../../../application/shared/limits.js";
import type { RunningRequests } from "./running-requests.js";
import type { ClientVisits, Visit } from "./visit.js";

/** A client that has waited longer is too late to be answered in good time. */
const FRESH_MS = 25;
/** What a request is taken for until its points are known. */
const USUAL_POINTS = 200;

export interface Choice {
  readonly running: RunningRequests;
  /** Whether more clients wait than can be answered in good time. */
  readonly isCrowded: boolean;
  readonly limits: Pick<Limits, "requestWaitMs">;
  readonly now: number;
}

/** The first of the cheap requests, and of the others. */
export interface Chosen {
  readonly cheap: Visit | null;
  readonly other: Visit | null;
}

/**
 * Chooses of those that wait: a request of the client that has used the fewest points lately. One
 * that has waited for half of the allowed time is next, whatever its client has used. In a crowd
 * those that have just come are first; otherwise all would be late.
 */
export const chooseVisit = (waiting: Iterable<ClientVisits>, choice: Choice): Chosen => {
  const { running } = choice;
  const [cheap, other] = [new Best(choice), new Best(choice)];
  const [hasRoom, hasRoomForHeavy] = [running.hasRoomFor("usual"), running.hasRoomFor("heavy")];
  for (const client of waiting) {
    const { waiting: lines } = client;
    const mayBegin = running.hasRoomForClient(client);
    if (mayBegin) cheap.offer(lines.cheap[0]);
    if (mayBegin && hasRoom && lines.usual[0]) other.offer(lines.usual[0]);
    else if (hasRoomForHeavy) other.offer(lines.heavy[0]);
  }
  return { cheap: cheap.visit, other: other.visit };
};

class Best {
  visit: Visit | null = null;
  #rank = Infinity;
  #points = Infinity;

  constructor(private readonly choice: Choice) {}

  offer(visit: Visit | undefined): void {
    if (!visit) return;
    const { client, since } = visit;
    const rank = this.#rankOf(visit);
    const points = client.points + USUAL_POINTS * client.begun;
    if (this.visit !== null && !this.#isBefore(rank, points, since, this.visit)) return;
    [this.visit, this.#rank, this.#points] = [visit, rank, points];
  }

  #rankOf({ client, since, weight }: Visit): number {
    const { isCrowded, now, limits } = this.choice;
    const waitedMs = now - Math.max(since, client.servedAt);
    if (isCrowded) return waitedMs > FRESH_MS ? 1 : 0;
    return weight !== "heavy" && waitedMs > limits.requestWaitMs / 2 ? 0 : 1;
  }

  #isBefore(rank: number, points: number, since: number, best: Visit): boolean {
    if (rank !== this.#rank) return rank < this.#rank;
    return points === this.#points ? since < best.since : points < this.#points;
  }
}
