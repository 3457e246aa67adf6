/** A query of a shopper and the products that must come first. */
export interface SearchExpectation {
  readonly query: string;
  /**
   * The titles of the first results, in groups of equal rank. The first three results belong to the
   * first group until all its titles are there, then to the next one.
   */
  readonly first: readonly (readonly string[])[];
}

const search = (query: string, ...first: readonly (readonly string[])[]): SearchExpectation => ({
  query,
  first,
});

const TELEVISIONS = [
  "Sleek Smart TV Entertainment Hub",
  "Sleek Horizon Smart TV",
  "Sleek Curved 4K Smart TV",
  "Cosmic View 4K OLED TV",
  "Sleek Modern Flat Screen TV",
  "Vivid Vision Smart TV",
  "Rustic Chic Smart TV Stand",
];
const UKULELES = [
  "Vibrant Melody Ukulele Set",
  "Melodious Mahogany Ukulele",
  "Mahogany Melody Ukulele",
];
const TOOTHBRUSHES = [
  "Charcoal Fusion Toothbrush",
  "DuoClean Electric Toothbrush Set",
  "Vibrant Vegan Toothbrush",
  "EcoSmile Bamboo Toothbrush Set",
  "Eco-Friendly Bamboo Toothbrush Set",
];

/**
 * Forty searches over the products of the shared file and our own. They were chosen before the
 * ranking was tuned.
 */
export const SEARCH_QUERIES: readonly SearchExpectation[] = [
  // One word of a title, several words, words in another order.
  search("espresso", [
    "Elegant Aroma Espresso Cup",
    "Sleek Espresso 6-Drawer Dresser",
    "Vintage Stovetop Espresso Maker",
  ]),
  search("smart tv stand", ["Rustic Chic Smart TV Stand"]),
  search("camera tripod", ["FlexiPod Camera Tripod"]),
  search("tripod camera", ["FlexiPod Camera Tripod"]),
  search("waterproof backpack", ["Adventurer's Waterproof Backpack"]),
  search("cordless circular saw", ["Powercut Pro Cordless Circular Saw"]),
  search("hot dog", ["Delightful Hot Dog Socks"]),
  search("ukulele set", ["Vibrant Melody Ukulele Set"]),
  search("adventurers campfire mug", ["Adventurer's Campfire Mug"]),
  search("vintage charm digital camera", ["Vintage Charm Digital Camera"]),
  search("screwdriver", [
    "Precision Pro Red Screwdriver",
    "Professional Precision Screwdriver Set",
    "Precision Pro Screwdriver Bit Set",
    "Precision Pro Screwdriver Set",
  ]),
  // One and two letters, and numbers.
  search("tv", TELEVISIONS),
  search("v neck", ["Classic V-Neck Performance Tee"]),
  search("4k tv", ["Sleek Curved 4K Smart TV", "Cosmic View 4K OLED TV"]),
  search("x1", ["Pro-Vision X1 DSLR Camera"]),
  // Unfinished words.
  search("pineap", ["Tropical Sunshine Pineapple", "Tropical Pineapple Table Setting"]),
  search("brocc", ["Farm-Fresh Vibrant Broccoli Crown"]),
  search("paris", ["Paris Panorama Travel Poster"], ["Parisian Delight Macaron Gift Box"]),
  // Singular and plural.
  search(
    "croissants",
    ["Artisanal French Butter Croissants", "Chocolate-Filled Golden Croissants"],
    ["Artisanal French Croissant Assortment"],
  ),
  search(
    "croissant",
    ["Artisanal French Croissant Assortment"],
    ["Artisanal French Butter Croissants", "Chocolate-Filled Golden Croissants"],
  ),
  search("bath bomb", ["Tranquil Trio Bath Bombs"]),
  search("toothbrushes", TOOTHBRUSHES),
  search("tassel loafer", ["Classic Suede Tassel Loafers", "Vintage Tassel Loafers"]),
  search("witches", ["Enchanted Witch Costume Set", "Enchanted Witch's Flight Kit"]),
  // Near misses.
  search("coton swab", ["Eco-Friendly Cotton Swab Set"]),
  search("ukelele", UKULELES),
  search("macaroon gift", ["Parisian Delight Macaron Gift Box"]),
  // SKUs and barcodes.
  search("rds-00003", ["Lacy Crochet Summer Backpack"]),
  search("RDS-00002", ["Mauve Leather Daypack"]),
  search("2000000000015", ["Adventure-Ready Expedition Backpack"]),
  // Accents, Chinese, Japanese, Korean.
  search("chalkboard décor", ["Romantic Chalkboard Floral Decor"]),
  search("CRÈME foundation", ["Creme Match Made Foundation"]),
  search("creme brulee", ["Crème Brûlée Torch"]),
  search("jalapeno", ["Jalapeño Hot Sauce"]),
  search("绿茶", ["有机绿茶礼盒", "西湖龙井绿茶"]),
  search("茶杯", ["手工陶瓷茶杯"]),
  search("抹茶", ["抹茶セット", "京都宇治抹茶"]),
  search("こーひー", ["コーヒーミル", "アイスコーヒー 12本"]),
  search("ｺｰﾋｰﾐﾙ", ["コーヒーミル"]),
  search("김치", ["김치 선물 세트"]),
];
