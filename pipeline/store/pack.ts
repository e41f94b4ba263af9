import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** Most texts have less than 8 kB: a small window takes half the time to set up, and loses nothing. */
const SMALL = { level: 6, windowBits: 13, memLevel: 6 };

/**
 * What a piece may point back to before it has said anything itself: short texts are a tenth shorter so. What was packed
 * without is read the same; but what was packed with them is lost without every sign of them, so they never change.
 */
const WORDS = {
  text: Buffer.from(
    '，其他城市的用户还要再等。店主说，顾客，消费者，商家，商户，门店，收银台，收款码，二维码，扫码支付，数字人民币，云闪付，银联，京东，美团，拼多多，闲鱼，小红书，飞书，钉钉，百度，腾讯，阿里巴巴，字节跳动，QQ，抖音，淘宝，天猫，支付宝，微信支付，微信，可以直接打开，不能打开，无法打开，已停止访问该网页，请复制链接到浏览器打开，复制口令，外部链接，屏蔽，互联互通，工信部，监管部门，负责人，发言人，客服，回应称，表示，宣布，近日，据悉，目前，此前，此外，不过，同时，仍然，已经，可以，需要，支持，接入，开放，上线，功能，版本，更新到最新版本，测试，灰度，部分用户，一对一聊天，群聊，朋友圈，公众号，小程序，直播间，分享，点开，跳转，页面，链接。记者在，记者发现，年1月1日，日起，日，平台，没有，用户，的，了，是，在，“”：《》（）\n',
  ),
  reading: Buffer.from(
    'from the words of the rule no scene named user «网友» test «记者» media rumour «据悉» ["attribution","default","media, the article itself"] the day of publication"], from earlier in the article: « from earlier in the paragraph: « from the heading: « conditions ["scene","carried","","private-chat in the clause group-chat moments offline-code online-checkout mini-program external-links in the clause wechat-pay in the clause alipay in the clause taobao in the clause douyin in the clause wechat in the clause","carried","wechat from earlier in the sentence: «微信»",["date","carried"," from «",["date","clause","20 from «","front matter: source front matter: url","title":"front matter: title","url":"front matter: url"},"noise":[],"map":[0,{"origin":{"author":"front matter: author","categories":"front matter: categories","published":"front matter: date","publisher":"front matter: publisher","title":"front matter: title"},"noise":[],"map":[],"traces":[[["status","rule","access.can-open: . (1 negation)"],["subject","clause"," in the clause",["object","clause"," in the clause",["scene","clause","",["date","clause",", the day of publication"],["attribution","clause","official «',
  ),
};
type Piece = keyof typeof WORDS;

/** Text as the book holds it: deflated UTF-8, less than half as long. */
export const packed = (text: string, piece: Piece): Buffer =>
  deflateRawSync(text, { ...SMALL, dictionary: WORDS[piece] });

/** The same for either piece. */
export const packedAlone = (text: string): Buffer => deflateRawSync(text, SMALL);

/** The text that one of these made this of. */
export const unpacked = (held: Uint8Array, piece: Piece): string =>
  inflateRawSync(held, { dictionary: WORDS[piece] }).toString();

/** A column that holds packed text. */
export const heldText = z.instanceof(Uint8Array).transform((held) => unpacked(held, 'text'));
