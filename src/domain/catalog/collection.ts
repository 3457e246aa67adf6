import { Aggregate } from "../shared/aggregate.js";
import { Problems } from "../shared/domain-error.js";
import { same } from "../shared/same.js";
import { text } from "../shared/text.js";
import { collectionRules, type CollectionRules } from "./collection-rules.js";
import { CollectionAutomated } from "./errors.js";
import type { CollectionEvent } from "./events.js";
import type { CollectionId, ProductId } from "./ids.js";
import { media, type Media } from "./media.js";
import { isVisible, type Seo } from "./product.js";
import { openedWindow, publication, type AskedWindow, type Publication } from "./publication.js";
import { slug } from "./slug.js";
import {
  checkedCollectionTranslations,
  type CollectionTranslation,
} from "./translations/collection-texts.js";

export const COLLECTION_KINDS = ["MANUAL", "AUTOMATED"] as const;
/** Filled by hand, or by rules. */
export type CollectionKind = (typeof COLLECTION_KINDS)[number];

export const COLLECTION_ORDERS = [
  "MANUAL",
  "TITLE_ASC",
  "TITLE_DESC",
  "PRICE_ASC",
  "PRICE_DESC",
  "CREATED_ASC",
  "CREATED_DESC",
] as const;
/** In which order the products are shown to those who ask for none. MANUAL: by hand, and what rules bring in comes last. */
export type CollectionOrder = (typeof COLLECTION_ORDERS)[number];

/** Everything about a collection that people write, apart from which products stand in it. */
export interface CollectionContent {
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly publication: Publication | null;
  readonly seo: Seo;
  readonly image: Media | null;
  /** Which products an automated collection holds; null for one that is filled by hand. */
  readonly rules: CollectionRules | null;
  readonly sortOrder: CollectionOrder;
  /** The collection that it stands below; null at the top. */
  readonly parentId: CollectionId | null;
  /** Its texts in other languages, in order of their tags. */
  readonly translations: readonly CollectionTranslation[];
}

export interface CollectionSnapshot extends CollectionContent {
  readonly id: CollectionId;
  readonly version: number;
  /** Whether it has been announced that the shop shows it. */
  readonly announced: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What happened to the products of a collection. */
export interface Rearrangement {
  readonly added?: readonly ProductId[];
  readonly removed?: readonly ProductId[];
  /** Those that stand somewhere else now. */
  readonly moved?: readonly ProductId[];
}

const MOST_IN_EVENT = 250;

/** A group of products, chosen by hand or by rules. */
export class Collection extends Aggregate<CollectionEvent> {
  private constructor(
    readonly id: CollectionId,
    private content: CollectionContent,
    private version: number,
    private announced: boolean,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused */
  static create(id: CollectionId, content: CollectionContent, now: Date): Collection {
    const collection = new Collection(id, checkedCollection(content), 1, false, now, now);
    collection.record({ type: "catalog.collection-created", collectionId: id, version: 1 });
    return collection;
  }

  static restore({
    id,
    version,
    announced,
    createdAt,
    updatedAt,
    ...content
  }: CollectionSnapshot): Collection {
    return new Collection(id, content, version, announced, createdAt, updatedAt);
  }

  snapshot(): CollectionSnapshot {
    return {
      ...this.content,
      id: this.id,
      version: this.version,
      announced: this.announced,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
    };
  }

  /** Which products belong into it; null where people decide. */
  get rules(): CollectionRules | null {
    return this.content.rules;
  }

  /** @throws CollectionAutomated where rules decide what stands in it */
  checkFilledByHand(): void {
    if (this.content.rules)
      throw new CollectionAutomated(
        this.id,
        "change its rules, or the products, or make it a manual one",
      );
  }

  /** @throws CollectionAutomated where neither what stands in it nor the order is decided by hand */
  checkArrangedByHand(): void {
    if (this.content.rules && this.content.sortOrder !== "MANUAL")
      throw new CollectionAutomated(this.id, "set its sort order to MANUAL first");
  }

  /** @returns whether anything changed @throws Refused */
  revise(content: CollectionContent, now: Date): boolean {
    const next = checkedCollection(content);
    if (same(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "catalog.collection-updated",
      collectionId: this.id,
      version: this.version,
    });
    return true;
  }

  /** Has the shop show it in a window. @returns whether anything changed @throws Refused with InvalidPublication, InvalidPublication */
  publish(asked: AskedWindow, now: Date): boolean {
    const { publication: window } = this.content;
    const isShown =
      window !== null && window.from <= now && (window.until === null || now < window.until);
    return this.revise(
      {
        ...this.content,
        publication: openedWindow(asked, window, isShown ? window.from : null, now),
      },
      now,
    );
  }

  /** Has the shop no longer show it, nor begin to. */
  unpublish(now: Date): boolean {
    return this.revise({ ...this.content, publication: null }, now);
  }

  /** Puts it below another one, or at the top. @returns whether that is new */
  nest(parentId: CollectionId | null, now: Date): boolean {
    return this.revise({ ...this.content, parentId }, now);
  }

  /** Notes that it stands in another place among its siblings, where that is not part of another change. */
  moved(now: Date): void {
    if (this.hasNews) return;
    this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "catalog.collection-updated",
      collectionId: this.id,
      version: this.version,
    });
  }

  /** Tells of it when the shop has begun to show it, or has ceased to, since that was told last. @returns whether there was something to tell */
  announce(now: Date): boolean {
    const isShown = isVisible({ status: "ACTIVE", publication: this.content.publication }, now);
    if (isShown === this.announced) return false;
    this.announced = isShown;
    // Part of a change that is under way, or a change by itself: time alone has made the difference.
    if (!this.hasNews) this.version += 1;
    this.record({
      type: isShown ? "catalog.collection-published" : "catalog.collection-unpublished",
      collectionId: this.id,
      version: this.version,
    });
    return true;
  }

  /** Notes which products came, went or changed places: whoever edits the collection sees it, and whoever listens is told. @returns whether there were any */
  rearrange({ added = [], removed = [], moved = [] }: Rearrangement, now: Date): boolean {
    const longest = Math.max(added.length, removed.length, moved.length);
    if (longest === 0) return false;
    this.version += 1;
    this.updatedAt = now;
    // An event stays small however large the change: there may be several of one version.
    for (let start = 0; start < longest; start += MOST_IN_EVENT) {
      const part = (ids: readonly ProductId[]) => ids.slice(start, start + MOST_IN_EVENT);
      this.record({
        type: "catalog.collection-products-changed",
        collectionId: this.id,
        version: this.version,
        added: part(added),
        removed: part(removed),
        moved: part(moved),
      });
    }
    return true;
  }

  /** Says farewell; the store then removes it. */
  delete(): void {
    this.version += 1;
    this.record({
      type: "catalog.collection-deleted",
      collectionId: this.id,
      version: this.version,
    });
  }
}

/** A title as it is stored. @throws InvalidText */
export const collectionTitle = (raw: string): string =>
  text(raw, { what: "The title of a collection", min: 1, max: 255 });

/** The content of a collection in its stored form. @throws Refused with every rule that it breaks, each with its place in the content */
export const checkedCollection = (content: CollectionContent): CollectionContent => {
  const problems = new Problems();
  const next: CollectionContent = {
    slug: problems.attempt(() => slug(content.slug)) ?? content.slug,
    title: problems.attempt(() => collectionTitle(content.title), "title") ?? content.title,
    descriptionHtml:
      problems.attempt(
        () =>
          text(content.descriptionHtml, { what: "The description", max: 500_000, multiline: true }),
        "descriptionHtml",
      ) ?? "",
    publication: problems.attempt(() => publication(content.publication)) ?? null,
    seo: {
      title:
        problems.attempt(
          () => text(content.seo.title, { what: "The SEO title", max: 255 }),
          "seo",
          "title",
        ) ?? "",
      description:
        problems.attempt(
          () => text(content.seo.description, { what: "The SEO description", max: 1_000 }),
          "seo",
          "description",
        ) ?? "",
    },
    image:
      content.image && (problems.attempt(() => media(content.image as Media), "image") ?? null),
    rules:
      content.rules &&
      (problems.attempt(() => collectionRules(content.rules as CollectionRules), "rules") ?? null),
    sortOrder: content.sortOrder,
    parentId: content.parentId,
    translations: problems.attempt(() => checkedCollectionTranslations(content)) ?? [],
  };
  problems.throwIfAny();
  return next;
};
