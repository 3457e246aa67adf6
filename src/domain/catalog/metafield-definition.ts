import { Aggregate } from "../shared/aggregate.js";
import { Problems } from "../shared/domain-error.js";
import { same } from "../shared/same.js";
import { text } from "../shared/text.js";
import { MetafieldDefinitionInUse } from "./errors.js";
import type { MetafieldDefinitionEvent } from "./events.js";
import type { MetafieldDefinitionId } from "./ids.js";
import { checkMetafieldName, type MetafieldName, type MetafieldType } from "./metafield.js";

/** What people may say of a metafield again and again; its name and type are fixed, because values depend on them. */
export interface MetafieldDefinitionWords {
  /** What forms call it. */
  readonly name: string;
  readonly description: string;
}

export interface MetafieldDefinitionContent extends MetafieldName, MetafieldDefinitionWords {
  readonly type: MetafieldType;
}

export interface MetafieldDefinitionSnapshot extends MetafieldDefinitionContent {
  readonly id: MetafieldDefinitionId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A custom field that products may carry: declared before it is used. */
export class MetafieldDefinition extends Aggregate<MetafieldDefinitionEvent> {
  private constructor(
    readonly id: MetafieldDefinitionId,
    private content: MetafieldDefinitionContent,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused with InvalidMetafield, InvalidText */
  static declare(id: MetafieldDefinitionId, content: MetafieldDefinitionContent, now: Date): MetafieldDefinition {
    const definition = new MetafieldDefinition(id, checked(content), 1, now, now);
    definition.record({ type: "catalog.metafield-definition-created", metafieldDefinitionId: id, version: 1 });
    return definition;
  }

  static restore({ id, version, createdAt, updatedAt, ...content }: MetafieldDefinitionSnapshot): MetafieldDefinition {
    return new MetafieldDefinition(id, content, version, createdAt, updatedAt);
  }

  snapshot(): MetafieldDefinitionSnapshot {
    return { ...this.content, id: this.id, version: this.version, createdAt: this.createdAt, updatedAt: this.updatedAt };
  }

  /** @returns whether anything changed @throws Refused with InvalidText */
  reword({ name, description }: MetafieldDefinitionWords, now: Date): boolean {
    const next = checked({ ...this.content, name, description });
    if (same(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "catalog.metafield-definition-updated", metafieldDefinitionId: this.id, version: this.version });
    return true;
  }

  /**
   * Says farewell; the store then removes it.
   * @param uses how many products carry it
   * @throws MetafieldDefinitionInUse
   */
  delete(uses: number): void {
    if (uses > 0) throw new MetafieldDefinitionInUse(this.content, uses);
    this.version += 1;
    this.record({ type: "catalog.metafield-definition-deleted", metafieldDefinitionId: this.id, version: this.version });
  }
}

function checked(content: MetafieldDefinitionContent): MetafieldDefinitionContent {
  const { namespace, key, type } = content;
  const problems = new Problems();
  problems.attempt(() => checkMetafieldName(content));
  const name = problems.attempt(() => text(content.name, { what: "The name of a custom field", min: 1, max: 255 }), "name") ?? content.name;
  const description = problems.attempt(() => text(content.description, { what: "The description of a custom field", max: 1_000, multiline: true }), "description") ?? content.description;
  problems.throwIfAny();
  return { namespace, key, type, name, description };
}
