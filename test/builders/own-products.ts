/**
 * A product of our own beside those of the shared file, in scripts that the file does not contain.
 */
export interface OwnProduct {
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly tags: readonly string[];
}

const own = (
  title: string,
  description: string,
  type: string,
  ...tags: readonly string[]
): OwnProduct => ({ title, description, type, tags });

export const OWN_PRODUCTS: readonly OwnProduct[] = [
  own("有机绿茶礼盒", "来自福建山区的有机绿茶，适合送礼。", "茶叶", "绿茶", "礼物"),
  own("西湖龙井绿茶", "手工采摘，清香回甘。", "茶叶", "绿茶"),
  own("正山小种红茶", "带有松烟香的红茶。", "茶叶", "红茶"),
  own("手工陶瓷茶杯", "景德镇手工制作的陶瓷杯，可以泡茶。", "杯子", "陶瓷"),
  own("抹茶セット", "茶碗、茶筅、茶杓がそろった初めての方のためのセット。", "茶道具", "京都"),
  own("京都宇治抹茶", "石臼で挽いた宇治の抹茶です。", "お茶", "京都"),
  own("コーヒーミル", "挽きたての香りを楽しむ手動のミルです。", "キッチン", "コーヒー"),
  own("アイスコーヒー 12本", "夏に飲みたい、すっきりした味わい。", "飲み物"),
  own("김치 선물 세트", "전통 방식으로 담근 김치입니다.", "식품", "선물"),
  own(
    "Crème Brûlée Torch",
    "Caramelises sugar in seconds, for crème brûlée as in a café.",
    "kitchen",
    "dessert",
  ),
  own("Jalapeño Hot Sauce", "Green chillies, vinegar and a little salt.", "sauces", "spicy"),
  own("Señorita Straw Hat", "A wide brim against the sun of Málaga.", "hats", "summer"),
];
