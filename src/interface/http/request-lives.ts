import type { FastifyReply, FastifyRequest } from "fastify";
import { noLimitCounters, type LimitCounters } from "../../application/shared/limit-counters.js";
import { RequestLife } from "../../application/shared/request-life.js";
import { TimeLimit } from "../../application/shared/time-limit.js";
import { clientOf } from "./client-of.js";

/** The lives of the GraphQL requests that are being answered. */
export class RequestLives {
  readonly #running = new Map<RequestLife, FastifyRequest>();
  readonly #lives = new WeakMap<FastifyRequest, RequestLife>();
  readonly #limit: TimeLimit<RequestLife>;
  #isStopping = false;

  constructor(
    milliseconds: number,
    private readonly counters: LimitCounters = noLimitCounters,
  ) {
    this.#limit = new TimeLimit(milliseconds, (life) => {
      const request = this.#running.get(life);
      counters.reached("graphqlMs", request && clientOf(request));
      life.end("deadline");
    });
  }

  /** Ends with the time, when the client closes its connection, or with the server. */
  begin(request: FastifyRequest, { raw: response }: FastifyReply): RequestLife {
    const life = new RequestLife(performance.now() + this.#limit.milliseconds);
    this.#running.set(life, request);
    this.#lives.set(request, life);
    this.#limit.begin(life);
    response.once("close", () => {
      this.#limit.end(life);
      this.#running.delete(life);
      if (!response.writableFinished) life.end("client-gone");
    });
    if (this.#isStopping) this.#endForStop(life, request);
    return life;
  }

  /** The life of a request; without an end for one that was not begun. */
  of(request: FastifyRequest): RequestLife {
    return this.#lives.get(request) ?? new RequestLife();
  }

  /** Ends all requests, also those that still begin. They are answered with 503. */
  endAll(): void {
    this.#isStopping = true;
    for (const [life, request] of this.#running) this.#endForStop(life, request);
  }

  #endForStop(life: RequestLife, request: FastifyRequest): void {
    this.counters.reached("stopMs", clientOf(request));
    life.end("stopping");
  }
}
