import { type Knowledge, LETTER, type Mark, type TokenClass } from '../types.ts';
import { isLeftAside } from './aside.ts';
import { comesTo, isListHead, isNextTopic, isTriedHead, isTurnedTo, TAKES_UP, takesIn } from './heads.ts';
import { leadsTo } from './leads-to.ts';
import { carriesMiniPrograms, OWNS_MINI_PROGRAM } from './mini-programs.ts';
import { inNotice } from './notices.ts';

const SCENE = LETTER.scene;

/** Nouns for what is opened: a token before one of them owns it. */
const CONTENT =
  '(?:商品|宝贝|会议|活动|店铺|短视频|视频|第三方|页面|文章|分享|官方|购物|外部|公众号|直播|相关|平台|个人|位置|行程|春晚|春节|新年|邀请|对话|团购|优惠|拉新|助力|砍价|问卷|短剧|房源|职位|餐厅|门店|投票|抽奖|旗舰店|种草)*(?:链接|网址|外链|商品|货品|货源|货|宝贝|视频|短片|内容|文章|文档|页面|歌曲?|音乐|短链|文件|表情包?|优惠券|券|课程|门票|回答|帖子|问答|图标|小组件|详情页|落地页|域名|主页|官网|二维码|口令|红包页?|会场|邀请函|活动页|团购页|分享页|商品页|海报|直播间链接|笔记|店铺|网页|卡片|地址|链路|入口)';

const HOST_AFTER = new RegExp(
  `^(?:“[^”]{1,8}”)?(?:的|小程序|站内|内置|手机|应用|聊天框?|对话框?|好友|官方|各个?|任何一个?|多个?|主|平台|浏览器|笔记|文章|视频|主页|评论区|回答|商品页|正文|动态|帖子|新版本?|最新版本?|\\d[\\d.]*版?|“[^”]{1,6}”)*(?:${SCENE}(?!里?搜)|里面|里头|里边|里(?!程|面的)|内(?!容|测|部|置|地|外|置)|中(?!国|心|台|间|小|的.{0,4}链接)|上(?!线|架|海|述|市|演|新|午|周|月|个|调|级|游|升|涨|一)|端(?:里|内|中|上)?|那[边头拨栏]|这[边头拨]|主播(?:那[边头]|[挂卖带]的|的(?:购物[车袋]|小黄车|橱窗))|这?一栏|下方|下面|聊天框|聊天窗口|会话|对话框|首页|小程序)`,
);
/** «在微信有步骤地…»: a place, unless the words make it a point of view or a relation. */
const HOST_BEFORE = /(?:在|(?<![至关对由基])于)$/;
const NOT_HOST_AFTER =
  /^(?:看来|眼[中里]|方面|公司|内部|之[间后前]|的(?:压力|推动|带动|影响)|之外|以外|和|与|、|旗下|等)/;
/** «在微博上抱怨»: where somebody speaks is no place where links open. */
const SPEAKING_PLACE = new RegExp(
  `^${SCENE}?(?:里|中|上|内)?(?:平台)?(?:公开|的?账号|发文|发帖|抱怨|吐槽|爆料|晒|称|表示|反映|喊话|回应|回复|告诉|留言|回击|写道|说|与人|讨论|宣布|发布(?!<|商品|链接|[，；。]|$)|贴出(?!的)|@)`,
);
const DESTINATION_BEFORE =
  /(?:分享|转发|发送|发布|发|复制|粘贴|搬|贴|传|推送|转|拷|甩|丢|扔|带|进)(?:到|至|进|去|给|往|向|回|入)(?:了)?$|(?:进驻|入驻|登陆|落户|进)了?$|(?<![不轮直看见找遇提谈说拿收得感想等涉做达搜索叫约订买])(?:进入?|到|至)(?:了)?$/;
const AGENT_BEFORE = /(?:被|遭|遭到|遭遇[到了过]?|受到|(?<![接享])受|获|获得|经)$/;
const OBJECT_AFTER = new RegExp(
  `^的${LETTER.app}(?:里的)?小程序|^[那这][条部篇段首场](?!时间|话|路)|^(?:这[条个些]|那[条个些]|自己的|自家的|的|上的|里的|内的|中的|旗下的?|平台的?|系的?|等)*(?:“[^”，]{1,8}”)?${CONTENT}|^(?:平台)?(?:分享|转发|发布|复制|发)(?!.(?:说|称|表示|暗示|宣布|回应|澄清|叫屈|怒?斥|吐槽)|会|言|展|声|公告|说明|力|起|现|的[^，。；]{0,8}(?:[声说]明|公[告示]|通[知告]|消息|规[则范]|[报文]))(?:出|过|而|转发)?(?:到|至|来|去|给|进|内容|的|链接)`,
);
/** «小红书笔记下方可以挂…»: what stands beside the content stands in its app. */
const HOST_BESIDE_CONTENT = new RegExp(
  `^的?${CONTENT}(?:里|中|内(?!容)|下方|下面|评论区|上(?=[挂贴放]|的小))`,
);
const OBJECT_BEFORE =
  /(?:来自|源自|(?:在.[里中上]?|想|要)分享|打开|点开|点击|访问|屏蔽|封禁|封杀|封掉|封锁|封|拦截|限制|解封|放行|针对|对|把|将|引入|挂上?|上架|下架|禁止|阻断|拒绝|直达|浏览|唤起|调起|拉起|键入“?|搜索?(?:到|出)?“?|检索(?:到|出)?“?|接纳|放进?|操作|接入|连接|对接|换成|换作|换|至于|第[一二三四五六七八九十\d]+[条个款家]是?|先[看试说]看?|再[看试说]看?|轮到|轮着|接下来是|最后是|然后是|接着是|(?:先|再|又)?[丢扔甩贴试挂点拿看](?:一[条个]|几[条个])?|(?:无论|不论|不管)是?(?:[\ue000]还是)?|(?:[一几两三四五这那]|同一|另一)[条篇段首则份])(?:了|过|的)?“?$/;

/** «甲的公众号和分享到乙的链接»: links that have been sent there, and not its own. */
const isSentTo = (before: string, after: string): boolean =>
  /(?:(?:分享|转发|发送|发布)(?:到|至)(?:了)?|\ue000的\ue006)$/.test(before) &&
  /^(?:中|里|上|内)?的(?:[^，。；]{0,4})(?:链接|网址|卡片|内容|视频|商品)/.test(after);

/** How a token stands in its sentence, told by its neighbours in the encoded text. Most telling neighbour first. */
export function markOf(
  encoded: string,
  at: number,
  cls: TokenClass,
  ids: readonly string[],
  traitOf: Knowledge['traitOf'],
): Mark {
  if (cls === 'date') return 'bare';
  if (cls === 'scene') return hasNoPart(encoded, at) ? 'speaker' : 'bare';
  if (cls === 'company' && ids.every((id) => traitOf.get(id) === 'device')) return 'speaker';
  if (inNotice(encoded, at) || isLeftAside(encoded, at)) return 'speaker';
  const before = encoded.slice(Math.max(0, at - 8), at);
  const after = encoded.slice(at + 1, at + 24);
  if (cls === 'payment' && /(?:通过|经由|借助|依托)$/.test(before) && /^的?(?:渠道|通道|接口)/.test(after))
    return 'speaker';
  if (/(?:登录|登陆|打开|进入)$/.test(before) && LOOKS_THERE.test(after)) return 'host';
  if (goesThere(encoded, at, ids, traitOf)) return 'host';
  if (AGENT_BEFORE.test(before)) return 'agent';
  if (ON_THE_WAY.test(before) && /^(?:App)?(?:里|上)?[看扫搜听买打粘]/.test(after)) return 'speaker';
  if (isWentTo(before, after)) return 'host';
  const isMessenger = ids.every((id) => traitOf.get(id) === 'messenger');
  if (cls === 'app' && isMessenger && PROMPTS.test(after)) return 'host';
  if (RETURNS_TO.test(before) || (cls === 'company' && OWNS_NEXT.test(after))) return 'speaker';
  if (leadsTo(before, after)) return 'object';
  if (isSpokenOf(cls, before, after)) return 'speaker';
  if (PUTS_UP.test(after) || (TAKES_UP.test(after) && takesIn(cls, ids, traitOf))) return 'host';
  if (/“去$/.test(before) || LISTED_TARGET.test(encoded.slice(0, at))) return 'object';
  if (EXTENDS_TO.test(before)) return 'bare';
  if (ARRIVES.test(before) || (cls === 'app' && isSentTo(before, after))) return 'destination';
  if (cls === 'app' && isSentInto(encoded, before, after, traitOf.has(ids[0] ?? ''))) return 'destination';
  if (SETS_UP.test(encoded.slice(Math.max(0, at - 16), at)) && SET_UP.test(after))
    return isMessenger ? 'host' : 'object';
  if (/^的?呢(?:[？?。，]|$)/.test(after)) return isMessenger && !after.startsWith('的') ? 'host' : 'object';
  if (cls === 'app' && !isMessenger && isItem(before, after)) return 'object';
  if (isMessenger && isTalkedIn(before, after)) return 'host';
  if (/[从由][^，]{0,6}$/.test(before) && SENT_FROM.test(after)) return 'object';
  if (/[对向]$/.test(before) && OWNS_MINI_PROGRAM.test(after)) return 'object';
  if (OWNS_MINI_PROGRAM.test(after) && !carriesMiniPrograms(ids, after)) return 'object';
  if (TOPIC_HOST.test(after) && takesIn(cls, ids, traitOf) && !/(?:的|与|和)$/.test(before)) return 'host';
  if (cls === 'link-class') return /(?:[是为]|(?:而|过|出)来的)$/.test(before) ? 'speaker' : 'object';
  if (isListHead(encoded, at)) return 'object';
  if (cls === 'app' && isTriedHead(encoded, at) && ids.every((id) => traitOf.get(id) !== 'messenger'))
    return 'object';
  if (cls === 'app' && !isMessenger && ownsThing(before, after)) return 'object';
  if (HOST_BESIDE_CONTENT.test(after) || SEARCHES.test(after)) return 'host';
  if (HOST_BEFORE.test(before) && ON_PAGE.test(after)) return 'host';
  if (OTHERS_THERE.test(before) && !SPEAKING_PLACE.test(after)) return 'host';
  if (OBJECT_AFTER.test(after)) return 'object';
  if (HOST_BEFORE.test(before) && SPEAKING_PLACE.test(after)) return 'speaker';
  if (HOST_AFTER.test(after)) return 'host';
  if (HOST_BEFORE.test(before) && !NOT_HOST_AFTER.test(after)) return 'host';
  if (TRIED_WITH.test(before) && TRIES_NEXT.test(after)) return triedAs(before, ids, traitOf);
  if (DESTINATION_BEFORE.test(before)) return comesTo(before, after, ids, traitOf) ? 'object' : 'destination';
  if (OBJECT_BEFORE.test(before)) return isMessenger && isTurnedTo(encoded, at) ? 'host' : 'object';
  return 'bare';
}

/** «想看抖音上那条开榴莲的视频»: whose the thing is. */
const SEEN_THERE =
  /^[上里](?:的)?(?:那|这)(?:一)?[条个段篇首][^，。；]{0,10}(?:视频|链接|文章|帖子|商品|笔记|歌|短片)/;

/** «打开微信一看»: where somebody looks around. */
const LOOKS_THERE = /^(?:看到|发现|查看|注意到|后看到|后发现|一看|一瞧|看了)/;

/** «打开元宝，说一句…»: a place for others that somebody enters before all else. */
const ENTERED_FIRST =
  /(?:^|[。；“])(?:[\d:]{4,5})?(?:用户|只需|只要|现在|如今|\ue007|先|又|再|我|我们|回头|接着|然后)*(?:打开|进入|登[录陆])$/;
const entersFirst = (encoded: string, at: number): boolean =>
  encoded.charAt(at + 1) === '，' && ENTERED_FIRST.test(encoded.slice(0, at));
/** «回到微信，搜“京东”»: where somebody goes on. */
const goesBack = (encoded: string, at: number): boolean =>
  /(?:^|[。；])(?:我们?|记者|再|又|然后|接着|最后)*(?:回到|切回到?|退回到?)$/.test(encoded.slice(0, at)) &&
  /^里?，(?:搜|输入|打开|点|在|把|试|发|再|找)/.test(encoded.slice(at + 1, at + 6));
const goesThere = (
  encoded: string,
  at: number,
  ids: readonly string[],
  traitOf: Knowledge['traitOf'],
): boolean =>
  (goesBack(encoded, at) && traitOf.has(ids[0] ?? '')) ||
  (entersFirst(encoded, at) && ids.every((id) => ENTERED_APPS.has(traitOf.get(id) ?? '')));
const ENTERED_APPS: ReadonlySet<string> = new Set(['assistant', 'platform']);

/** «快手的可以，B站的也可以»: whose thing is meant, though the thing goes unsaid. */
const HEADS_CLAUSE = new RegExp(`(?:^|[，。；：“]|而|但|可)(?:${LETTER.app}的[、和跟]){0,4}$`);
const ownsThing = (before: string, after: string): boolean =>
  OPENS_ITSELF.test(after) ||
  OWNS_LINKS.test(after) ||
  SEEN_THERE.test(after) ||
  (HEADS_CLAUSE.test(before) && OWNS_UNSAID.test(after));
/** «群里的拼多多点开就能买»: what is opened is its own, though the thing goes unsaid. */
const OPENS_ITSELF =
  /^(?:点[开了]|点一下|点进去|打开|一点)(?:之后|以后)?(?:就|便|却|也|都|直接|还)+(?:能|是|可以|会|没|看|播|买|进|开|弹|跳|提示)/;
const OWNS_UNSAID = new RegExp(
  `^(?:的[、和跟]${LETTER.app}){0,4}的(?:您|你们?|我们?|咱们?|大家|谁|也|都|就|则|倒|倒是|却|还|还是|又|反而|同样|照样|一律|据说|听说)*(?:可以|能(?!力|量)|行(?:[，。；！]|$)|不行|不能|别(?!的)|没(?:问题|戏|事|有?(?:反应|动静))|[打点]不开|[打点]得开|点[开进]|点[了一]|一点|[打弹跳]出|[打点戳]?开(?:了|是|$)|[要得需](?:先|再|多|点|复制|跳)|先(?:是|要|得|弹|跳)|会(?:先)?[弹跳]|直接|变成|只(?:[能剩有]|显示|给)|照旧|照常|秒开|放行|也?OK)`,
);

/** «表哥单位用钉钉，…»: in which messenger people talk to one another. */
const KEEPS_TO =
  /(?:单位|公司|学校|部门|班级|老板|领导|同事|客户|老师|家长|家里|我们|他们|咱们)(?:都|一直|主要|只|平时|上班|的人)*用$/;
const isKeptTo = (before: string, after: string): boolean => KEEPS_TO.test(before) && TALKS_THERE.test(after);
const isTalkedIn = (before: string, after: string): boolean =>
  SENDS_IN.test(after) || isKeptTo(before, after) || isNextTopic(before, after);
const TALKS_THERE = /^(?:办公|沟通|上班|联系|聊天|聊)?[，。；]/;

/** «淘宝等外链»: whose the links are. */
const OWNS_LINKS = new RegExp(`^的?${LETTER['link-class']}(?!的?(?:管理|规则|规范|政策))`);

/** «豆瓣在知乎的链接»: what one app has in another. */
const OTHERS_THERE = new RegExp(`${LETTER.app}(?:、|和)?在$`);

/** «有淘宝卖家反映»: on which app somebody sells says nothing of where a link opens. */
const SELLER_SAYS =
  /^(?:平台|上)?的?(?:卖家|商家|店主|店家)[^，]{0,4}(?:反映|反馈|称|说|抱怨|告诉|表示|吐槽|投诉)/;

/** «在小红书笔记页面点击…»: the page on which somebody acts. */
const ON_PAGE = /^[^，的]{0,6}(?:页面?|界面)(?:中|里|内|上)?(?:点击|点|打开|看到|发现|选择|下单|购买|搜索)/;

/** «对“某某福袋”“某某红包”等外链…»: what something is done to, in quotes. */
const LISTED_TARGET = /对(?:“[^”，]{1,8}”、?)+“$/;

/** «微信弹出的页面提示…», «微信里的链接打不开»: the messenger in which a page comes up, or in which links are. */
const PROMPTS =
  /^里面?的(?:那些|很多|不少|外部)?(?:链接|网址|外链)|^(?:则|却|会|也|仍|均|里|齐刷刷|突然|直接|立刻|马上|又|还是|依旧|随即|随后|先|都|就)*(?:弹出|跳出|提示(?!者)|显示(?!出))/;

/** «再回到抖音里看»: the app of the thing itself, no place that opens it. */
const RETURNS_TO = /(?:回到|跳回|切回|返回|退回|下载|安装|更新|升级)(?:到|了)?$/;
/** «扫码去微信看»: where one is sent with a code or a copied text is no thing and no place of the test. */
const ON_THE_WAY = /(?:复制|扫码|扫一扫|保存|截图|提示|[请要得需让叫])[^，]{0,4}(?:去|到|回)$/;
/** «那年秋天她去了快手。»: the app in which somebody goes on. */
const WENT_TO = /(?:(?<![跳转弹蹦窜拐])去了|转战|搬到了?|搬去了?|改去|跑去)$/;
/** «往快手里发»; a place for others' links into which something is sent: by a button, «抖音发微信», «给微信的是一串口令». */
const isSentInto = (encoded: string, before: string, after: string, hosts: boolean): boolean =>
  (before.endsWith('往') && /^(?:里|中)?(?:发|转|传|丢|扔|贴|粘|甩|塞)/.test(after)) ||
  (hosts &&
    (SENT_STRAIGHT.test(before) ||
      tappedToShare(encoded, before, after) ||
      (before.endsWith('给') && /^的(?:却|则|只|就|倒)?(?:是|有)/.test(after))));
const isItem = (before: string, after: string): boolean =>
  SENT.test(before) || ITEM_IS.test(before) || SENDS_STRAIGHT.test(after);
/** «顺手看看老冤家：抖音发微信。» */
const SENDS_STRAIGHT = new RegExp(
  `^(?:的?(?:链接|视频|商品))?(?:发|转|分享|传)${LETTER.app}(?!说|称|表示|暗示|宣布|回应|澄清|吐槽)`,
);
const SENT_STRAIGHT = new RegExp(`(?<!在)${LETTER.app}(?:的?(?:链接|视频|商品))?(?:发|转|分享|传)$`);
/** «后续扩大到京东»: of a range, not of a way. */
const EXTENDS_TO = /(?:扩大|扩展|延伸|推广|拓展|放宽|扩)(?:范围)?(?:到|至)(?:了)?$/;
/** «想发给朋友，点微信图标»: the button by which something is sent there, where nobody signs in. */
const SHARES_BY = /^(?!.*登[录陆入]).*(?:分享|发给|转发|转给|发到|发出去|对方收到)/s;
const TAPS = /(?:点|点击|点了|点开|选|选了|选中|选择|戳)“?$/;
const tappedToShare = (encoded: string, before: string, after: string): boolean =>
  ((/^的?(?:图标|按钮)/.test(after) && /(?:^|，)$/.test(before)) ||
    ((TAPPED.test(after) || (before.endsWith('“') && after.startsWith('”'))) && TAPS.test(before))) &&
  SHARES_BY.test(encoded);
const TAPPED = new RegExp(`^的?(?:图标|按钮)|^${SCENE}?(?:好友)?(?:[，。；]|$)`);
/** «在微信群里回复商家时说»: a scene of speaking. */
const SPOKEN_IN = new RegExp(
  `在(?:(?:自己|自家|官方)的?|.)?${SCENE}(?:里|中|上|内)?(?:平台)?(?:回复|回应|说|表示|告诉|宣布|发文|吐槽|抱怨|控诉|指控|质问|指责|解释|致歉|道歉|披露|证实|确认|喊话|称|转发(?:公告|声明|海报|报道|消息|该|这|此)|晒)`,
);
/** «腾讯的元宝»: the owner of the app that follows. */
const OWNS_NEXT = new RegExp(
  `^(?:(?:的|旗下的?|系的?|自己的?|自家的?|推出的|出品的|集团的?)?|旗下(?:的|[一-龥]{2,8}))${LETTER.app}`,
);
/** Whether a scene is one of speaking, or tells whose goods are meant. */
const hasNoPart = (encoded: string, at: number): boolean =>
  GOODS_OF.test(encoded.slice(at + 1)) ||
  LIVE_LINK.test(encoded.slice(at)) ||
  TALKED_IN.test(encoded.slice(at + 1, at + 12)) ||
  SPOKEN_IN.test(encoded.slice(Math.max(0, at - 5), at + 16));

/** Whether a party is named for its account, for a likeness, or as the owner of what a quotation names. */
const isSpokenOf = (cls: TokenClass, before: string, after: string): boolean =>
  HAS_ACCOUNT.test(after) ||
  (cls === 'app' && /[弹跳蹦冒]出$/.test(before) && /^的?(?:下载|安装)/.test(after)) ||
  (/继[^，]{0,12}$/.test(before) && /^[^，]{0,6}(?:之后|以后|后)，/.test(after)) ||
  (cls === 'app' && SELLER_SAYS.test(after)) ||
  (/(?:发|发布)(?:了)?(?:一?条)?$/.test(before) && POSTS.test(after)) ||
  (cls === 'link-class' && /^(?:里|中|内)(?!容)/.test(after)) ||
  (LIKE.test(before) && (AS_THERE.test(after) || SAME_HOUSE.test(after))) ||
  ((cls === 'group' || cls === 'company') && OWNS_QUOTED.test(after)) ||
  (cls === 'company' && before.endsWith('从') && HEARD_FROM.test(after));

/** «记者从深圳地铁集团获悉»: from whom something was learned. */
const HEARD_FROM = /^[^，]{0,6}(?:获悉|了解到|得知|处)/;

/** «把直播间的链接发给闺蜜»: where a link comes from, which is sent on. */
const LIVE_LINK = new RegExp(`^${SCENE}的?(?:商品)?链接(?:发|分享|转|丢|甩|贴|推)`);
/** «朋友圈里一片叫好», «官方公众号发文»: where people talk of what has happened, and where somebody announces it. */
const TALKED_IN =
  /^(?:里|上|中)?(?:一片|都在|全是|满是|已经|又|也|被|有人)?(?:叫好|哀嚎|哗然|刷屏|刷了屏|热议|吐槽|炸(?:了|开)锅|议论|讨论|感慨|骂声|欢呼|调侃|叫苦|打听|抱怨)|^(?:里|上|中)?(?:就|也|还|又|都|已经)?有(?:个|位)?人(?:说|问|喊|反映|提到|留言)|^(?:里|上|中)?(?:忽然|突然|又|就|便|先)*(?:[跳冒蹦]出|飘过|飘来|传来|传开)(?:来)?(?:了)?一?(?:句|条(?:消息|语音)|行字|阵|声|个(?:问题|声音))|^(?:里|上|中)?，?(?:一|有|几|另一)[位个][^，。；]{1,6}(?:说|喊|问|抱怨|反映|留言)|^(?:也|又|再次|随后|上)*(?:发文(?!章)|发声|官宣|宣布|披露|透露|回应|称|表示|发布(?:了)?(?:公告|声明|消息|通知|说明)|消息(?=，|称|显示))/;
/** «小程序的商品可以上架», «微信群里的宝妈»: whose goods they are and who they are, and not where. */
const GOODS_OF =
  /^程序的?(?:商品|货品|货源|货)|^(?:里|中|内)的(?:“[^”，]{1,8}”(?!的?链接)|[一-龥]{0,3}(?:人|友|女王|姐妹|宝妈|大妈|阿姨|大爷|长辈|亲戚|家长|老板|成员|同学|同事)(?!发|转|分享|丢|甩|贴|传|来))/;
/** «一条是抖音里做菜的视频»: whose the item is, of several that were sent. */
const ITEM_IS =
  /(?:[一另有头]|其中[一有]|第[一二三四五六七八九十\d]+)[条个篇段份样](?:就|则|才|也)?(?:是|来自|出自)(?:一[条个])?$/;
/** «小红书跟微信里一样，也要登录»: what it is likened to. */
const LIKE = /(?:跟|和|与|同|像|如同)在?$/;
const AS_THERE =
  /^(?:里|中|上|那边|那里)(?:的)?(?:情况|结果|待遇)?(?:完全|差不多|几乎)?(?:一样|相同|类似|差不多|如出一辙)/;
/** «与微信同属一家公司的QQ»: whose relative the party is of which the sentence speaks. */
const SAME_HOUSE = /^(?:同属|同出|同门|同一家|师出同门|同为|一样出自)[^，。；]{0,10}的/;
/** «快手的主页可以添加微店的链接»: a page of the app on which things are put up. */
const PUTS_UP =
  /^的?(?:个人)?(?:主页|首页|个人页|橱窗|评论区|购物车)(?:里|上|中|下)?(?:也|都|还|已经?)?(?:可以?|能|支持|允许|不能|无法)(?:直接)?(?:添加|挂|放|插入|展示|发布)|^的?(?:评论区?|正文|回答)(?:里|中)?(?:一|也|都|直接)*[贴粘挂放](?!心|假)|^[^，。；、的投]{0,8}的?广告(?:位|流量|资源)?(?:已|也|都|均|将)*(?:可以?|能|支持|点击后)/;
/** «我们的淘宝账号，没有一个刷得出来»: an account is nothing that is opened. */
const HAS_ACCOUNT = /^(?:的)?(?:账号|帐号|账户)(?:里|中|上)?(?:[，。；、]|都|也|均|$)/;
/** «发微博叫屈»: where somebody speaks up. */
const POSTS = /^(?:怒?(?:斥|称|说|表示)|暗示|宣布|透露|发文|叫屈|吐槽|质问|控诉|抱怨|回应|喊话|澄清|道歉)/;
/** «腾讯系的“下饭视频”»: what the quotation names, and not its owner, is meant. */
const OWNS_QUOTED = new RegExp(`^(?:的|旗下的?|系的?|自家的?)(?:“|${LETTER.app}(?!的|里))`);
/** «分享给微信好友»: where a thing is sent to, whatever follows. */
const ARRIVES =
  /(?:分享|转发|发送|转|发|甩|丢|贴|扔|传|塞)(?:到|至|给|进)(?:了)?(?:同一个|另一个|一个|那个|几个|[两三四五]个)?(?:公司|家里|客户|个人|自己|家长|对方|老家)?的?“?$|“?(?:分享|转发)”?(?:按钮|键|里|中)?[、，]?(?:[—–→>-]|再|然后|选择?|点|挑|勾|了)+“?$|(?:贴|发|转发|写)成(?:了)?(?:一条)?$/;
/** «抖音搜索则无法…»: an app's own search is a place. */
const SEARCHES = /^(?:的?站内)?搜索(?:则|仅|只|也|中|里|目前|暂|尚|还|结果|无法|不)|^的?搜一搜/;
/** «从多闪发到QQ的链接»: where a link comes from is whose it is. */
const SENT_FROM =
  /^[里中内上]?(?:那边)?(?:直接|随手)?(?:分享|发|转|复制|往|贴|搬|同步|导出|粘|挑|选|拷|截|淘到|翻出)/;
const isWentTo = (before: string, after: string): boolean =>
  (WENT_TO.test(before) && /^[，。；]/.test(after)) ||
  (/(?:从|自|由|经)$/.test(before) && CAME_IN.test(after));
/** «凡从微信点进来的商品页»: where one clicks to come in from. */
const CAME_IN =
  /^(?:里|中|内|端|这边)?(?:点|跳|跳转|打开|点击|引流|导流|进入?|过)(?:进|过|开)?(?:来|到)?(?:的|、|，|$)/;
/** «先试微信。», «第二轮，淘宝。», «改用LINE传»: a tester says what comes next, a messenger as the place, else as the thing. */
const SETS_UP =
  /(?:^|[，。；：“])(?:我们?|咱们?|那|就|也|又|再|先|接着|接下来|然后|最后|随后|回头|现在|这回|下面)*(?:来|去)?(?:试|看|说|测|换|改|点|转战|转到|挪到|搬到|轮到|拿|用|第[一二三四五六七八九十\d]+[轮条个款家站项关份张位道])(?:一)?(?:试|看|说|测|用|成|到|作)?(?:完)?(?:了)?(?:一下|的是|的就是|是|，|：)?$/;
const SET_UP =
  /^(?:呢|吧|这[边头]|那[边头])?(?:[，。！：；？]|$|就|(?:也|又|再)?(?:我)?(?:也)?(?:试|发|传|点)(?!给))/;

/** «QQ发闲鱼：能开»: a messenger in which something is sent. */
const SENDS_IN = new RegExp(
  `^(?:里|上|这边|那边)?(?:发|传|转发|转)(?:了|过|的)?(?:[一几两]?[条个篇段])?[${LETTER.app}${LETTER['link-class']}]`,
);
/** «往群里发淘宝», «扔进来一辆闲鱼上的童车»: what somebody sends; of a messenger it would be a message. */
const SENT =
  /(?:[发转甩扔丢贴]|(?<![网据谣误盛疯外流])传|转发)(?:来|[过进上回][来去]|给[我你他她])?(?:了|过|的)?(?:一|几|两|个)?[条个篇段件双辆台部本只款盒箱袋]?$/;

/** «再用钉钉试», «换QQ打开»: the app that somebody tries with is the place; «拿淘宝试»: what is no place for others is tried itself. */
const triedAs = (before: string, ids: readonly string[], traitOf: Knowledge['traitOf']): Mark =>
  before.endsWith('拿') && ids.every((id) => !traitOf.has(id)) ? 'object' : 'host';
const TRIED_WITH = /(?:用|拿|换用?|改用|换成|换到|通过)$/;
const TRIES_NEXT = /^(?:再|又|来|也|去|重新|分别|直接|挨个)*(?:试(?!用)|打开(?!的)|点开(?!的)|打不开|点不开)/;

/** «QQ的情况好一些，…»: the next clauses happen there. */
const TOPIC_HOST =
  /^对[^，。；]{1,8}(?:来者不拒|照单全收|一律放行|全部放行|统统放行)|^的?(?:评论区|私信|正文)?(?:最|更)(?:绝|狠|怪|严|抠|干脆|小气|死板|大方|随和)[，：][^。，]{0,8}(?:网址|链接|红包|短链)|^也?(?:一样|同样|如此|不例外)，\ue000(?:、|和|跟|与|\ue000)*的?(?:链接|网址|外链|商品|视频|文章)|^(?:的(?:情况(?!(?:也|都|则|完全|几乎|大致|基本)*(?:差不多|类似|相似|一样|相同|如此))|表现|做法|口子|态度|门|规矩)|这一?边|那一?边|这头|那头)/;
