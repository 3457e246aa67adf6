import type { LimitName, Limits } from "../../../application/shared/limits.js";
import type { Room } from "./room.js";
import type { ClientVisits, Visit, Weight } from "./visit.js";

/** The requests that are worked on, and which others may be. */
export class RunningRequests {
  readonly #numbers: Record<Weight, number> = { cheap: 0, usual: 0, heavy: 0 };

  constructor(
    private readonly room: Room,
    private readonly limits: Pick<Limits, "clientRequestsAtOnce" | "heavyRequestsAtOnce">,
  ) {}

  add(weight: Weight): void {
    this.#numbers[weight] += 1;
  }

  remove(weight: Weight): void {
    this.#numbers[weight] -= 1;
  }

  /** Whether there is room for one more. Some of it is kept for cheap ones. */
  hasRoomFor(weight: Weight): boolean {
    const { cheap, usual, heavy } = this.#numbers;
    if (cheap + usual + heavy >= Math.floor(this.room.size)) return false;
    if (weight === "cheap") return true;
    if (usual + heavy >= this.room.sizeForUsual) return false;
    return weight === "usual" || heavy < this.limits.heavyRequestsAtOnce * this.#times;
  }

  /** Whether one more of the client may be worked on. */
  hasRoomForClient({ begun }: ClientVisits): boolean {
    return begun < this.limits.clientRequestsAtOnce * this.#times;
  }

  /** The limit that keeps a request waiting; null when it waits for its turn only. */
  limitFor({ client, weight }: Visit): LimitName | null {
    if (weight === "heavy" && this.#numbers.heavy >= this.limits.heavyRequestsAtOnce)
      return "heavyRequestsAtOnce";
    if (client.begun >= this.limits.clientRequestsAtOnce) return "clientRequestsAtOnce";
    return this.hasRoomFor(weight) ? null : "requestsAtOnce";
  }

  /** How many times as many as usual may be worked on. */
  get #times(): number {
    return this.room.isExtended ? this.room.size / this.room.least : 1;
  }
}
