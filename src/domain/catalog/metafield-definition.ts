import { Aggregate } from "../shared/aggregate.js";
import { Problems } from "../shared/domain-error.js";
import { same } from "../shared/same.js";
import { text } from "../shared/text.js";
import { MetafieldDefinitionInUse } from "./errors.js";
import type { MetafieldDefinitionEvent } from "./events.js";
import type { MetafieldDefinitionId } from "./ids.js";
import {
  checkedDefinitionTranslations,
  DEFINITION_RULES,
  translateDefinition,
  type AskedDefinitionTexts,
  type DefinitionTranslation,
} from "./translations/definition-texts.js";
import { checkMetafieldName, type MetafieldName, type MetafieldType } from "./metafield.js";

/** What people may say of a metafield again and again; its name and type are fixed, because values depend on them. */
export interface MetafieldDefinitionWords {
  /** What forms call it. */
  readonly name: string;
  readonly description: string;
}

export interface MetafieldDefinitionContent extends MetafieldName, MetafieldDefinitionWords {
  readonly type: MetafieldType;
  /** What people call it in other languages, in order of their tags. */
  readonly translations: readonly DefinitionTranslation[];
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
  static declare(
    id: MetafieldDefinitionId,
    content: Omit<MetafieldDefinitionContent, "translations">,
    now: Date,
  ): MetafieldDefinition {
    const definition = new MetafieldDefinition(
      id,
      checked({ ...content, translations: [] }),
      1,
      now,
      now,
    );
    definition.record({
      type: "catalog.metafield-definition-created",
      metafieldDefinitionId: id,
      version: 1,
    });
    return definition;
  }

  static restore({
    id,
    version,
    createdAt,
    updatedAt,
    ...content
  }: MetafieldDefinitionSnapshot): MetafieldDefinition {
    return new MetafieldDefinition(id, content, version, createdAt, updatedAt);
  }

  snapshot(): MetafieldDefinitionSnapshot {
    return {
      ...this.content,
      id: this.id,
      version: this.version,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
    };
  }

  /** @returns whether anything changed @throws Refused with InvalidText */
  reword({ name, description }: MetafieldDefinitionWords, now: Date): boolean {
    return this.become({ ...this.content, name, description }, now);
  }

  /** @returns whether anything changed @throws Refused with InvalidLocaleTag, InvalidText, GivenTwice, TooMany */
  translate(asked: readonly AskedDefinitionTexts[], now: Date): boolean {
    return this.become(
      { ...this.content, translations: translateDefinition(this.content.translations, asked) },
      now,
    );
  }

  /** Takes its words in some languages away. @returns whether there were any */
  untranslate(locales: readonly string[], now: Date): boolean {
    return this.become(
      {
        ...this.content,
        translations: this.content.translations.filter(({ locale }) => !locales.includes(locale)),
      },
      now,
    );
  }

  /**
   * Says farewell; the store then removes it.
   * @param uses how many products carry it
   * @throws MetafieldDefinitionInUse
   */
  delete(uses: number): void {
    if (uses > 0) throw new MetafieldDefinitionInUse(this.content, uses);
    this.version += 1;
    this.record({
      type: "catalog.metafield-definition-deleted",
      metafieldDefinitionId: this.id,
      version: this.version,
    });
  }

  private become(content: MetafieldDefinitionContent, now: Date): boolean {
    const next = checked(content);
    if (same(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "catalog.metafield-definition-updated",
      metafieldDefinitionId: this.id,
      version: this.version,
    });
    return true;
  }
}

function checked(content: MetafieldDefinitionContent): MetafieldDefinitionContent {
  const { namespace, key, type } = content;
  const problems = new Problems();
  problems.attempt(() => checkMetafieldName(content));
  const name =
    problems.attempt(() => text(content.name, DEFINITION_RULES.name), "name") ?? content.name;
  const description =
    problems.attempt(
      () => text(content.description, DEFINITION_RULES.description),
      "description",
    ) ?? content.description;
  const translations =
    problems.attempt(() => checkedDefinitionTranslations(content.translations)) ?? [];
  problems.throwIfAny();
  return { namespace, key, type, name, description, translations };
}
