import { Aggregate } from "../../shared/aggregate.js";
import { deepEqual } from "../../shared/deep-equal.js";
import type { TaxSettingEvent, TaxSettingKind } from "./events.js";

/** What the snapshot of a tax setting has besides its content. */
export interface TaxSettingState<SettingId extends string> {
  readonly id: SettingId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a shop sets about taxes: a category, a zone or a rate. The content is checked before. */
export abstract class TaxSetting<
  Content extends object,
  SettingId extends string,
> extends Aggregate<TaxSettingEvent> {
  readonly id: SettingId;
  protected content: Content;
  #version: number;
  readonly #createdAt: Date;
  #updatedAt: Date;

  protected constructor(
    private readonly kind: TaxSettingKind,
    content: Content,
    { id, version, createdAt, updatedAt }: TaxSettingState<SettingId>,
  ) {
    super();
    this.id = id;
    this.content = content;
    this.#version = version;
    this.#createdAt = createdAt;
    this.#updatedAt = updatedAt;
  }

  snapshot(): Content & TaxSettingState<SettingId> {
    return {
      ...this.content,
      id: this.id,
      version: this.#version,
      createdAt: this.#createdAt,
      updatedAt: this.#updatedAt,
    };
  }

  /** Records that it is new. */
  protected created(): this {
    this.announce("created");
    return this;
  }

  /** @returns whether anything changed */
  protected replace(content: Content, now: Date): boolean {
    if (deepEqual(content, this.content)) return false;
    this.content = content;
    this.#version += 1;
    this.#updatedAt = now;
    this.announce("updated");
    return true;
  }

  /** Records the deletion. */
  protected deleted(): void {
    this.#version += 1;
    this.announce("deleted");
  }

  private announce(what: "created" | "updated" | "deleted"): void {
    this.record({
      type: `pricing.tax-${this.kind}-${what}`,
      taxSettingId: this.id,
      version: this.#version,
    });
  }
}

/** The state of a setting that is made now. */
export const newState = <SettingId extends string>(
  id: SettingId,
  now: Date,
): TaxSettingState<SettingId> => ({ id, version: 1, createdAt: now, updatedAt: now });
