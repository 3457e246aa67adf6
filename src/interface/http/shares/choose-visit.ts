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
  readonly now: number;
}

/** The first of the cheap requests, and of the others. */
export interface Chosen {
  readonly cheap: Visit | null;
  readonly other: Visit | null;
}

/**
 * Chooses of those that wait: a request of the client that has used the fewest points lately. In a
 * crowd those that have just come are first; otherwise all would be late.
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
  #isLate = true;
  #points = Infinity;

  constructor(private readonly choice: Choice) {}

  offer(visit: Visit | undefined): void {
    if (!visit) return;
    const { client, since } = visit;
    const { isCrowded, now } = this.choice;
    const isLate = isCrowded && now - Math.max(since, client.servedAt) > FRESH_MS;
    const points = client.points + USUAL_POINTS * client.begun;
    if (this.visit !== null && !this.#isAfter(isLate, points, since, this.visit)) return;
    [this.visit, this.#isLate, this.#points] = [visit, isLate, points];
  }

  #isAfter(isLate: boolean, points: number, since: number, best: Visit): boolean {
    if (isLate !== this.#isLate) return this.#isLate;
    return points === this.#points ? since < best.since : points < this.#points;
  }
}
