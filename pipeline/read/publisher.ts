/** Commonest surnames, with which a name of two or three characters is a person's and not an outlet's. */
const SURNAME =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴華陳劉張楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂盧蔣賈葉鍾譚鄒陸顧龍錢湯賀龔龐蘭莊]\p{Script=Han}{1,2}$/u;
const OUTLET = /[报網网社刊台媒周志科技经济财新闻]$/u;
/** Categories that name a shelf and not an outlet. */
const SHELF =
  /^(?:新媒体|传统媒体|金融|科技|财经|资讯|新闻|深度|分类资讯|热门|推荐|首页|要闻|互联网|电商|支付|专栏|快讯|评论|观点|观察|channel|source|news|tech|feed|rss|[a-z0-9_-]{1,3})$/i;

/** Who publishes an article of which only author and categories are known: an author that is an outlet, else a category. */
export function publisherOf(
  author: string | null,
  categories: readonly string[],
): { readonly name: string; readonly from: 'author' | 'categories' } | null {
  if (author !== null && !isPerson(author)) return { name: author, from: 'author' };
  const outlet = categories.find((c) => !SHELF.test(c));
  if (outlet !== undefined) return { name: outlet, from: 'categories' };
  return null;
}

const isPerson = (name: string): boolean => SURNAME.test(name) && !OUTLET.test(name);
