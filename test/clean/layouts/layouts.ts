import type { Story } from './articles.ts';

/** A site's way to print an article. All names, links and lists around it are made up. */
export interface Layout {
  readonly name: string;
  readonly page: (story: Story) => string;
}

const HEADLINES = [
  '充电桩涨价了，车主说还能再等等',
  '暴雨过后，这座桥为什么没有积水',
  '一碗面卖到三十八元，老板算了一笔账',
  '湖边的候鸟比去年早到了九天',
  '小区电梯装了摄像头，谁来看录像',
  '新校服换了料子，家长先摸了摸袖口',
  '夜班公交多开两趟，司机说没有空车',
  '老影院重开，第一场只坐了十一个人',
];
const links = (n: number, from = 0): string =>
  Array.from({ length: n }, (_, i) => {
    const headline = HEADLINES[(i + from) % HEADLINES.length] ?? '';
    return `<li><a href="/n/${i}.html">${headline}</a><span>10-1${i}</span></li>`;
  }).join('\n');
const cards = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) =>
      `<div class="card"><a href="/n/${i}.html"><img src="${i}.jpg"><h3>${HEADLINES[i % HEADLINES.length]}</h3></a><p>编辑部推荐，阅读全文需要三分钟，已有${i + 3}百人读过，点这里看评论。</p></div>`,
  ).join('\n');
const p = (story: Story, open = '<p>', close = '</p>'): string =>
  story.paragraphs.map((text) => `${open}${text}${close}`).join('\n');
const nav =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/c">城事</a></li><li><a href="/m">钱事</a></li><li><a href="/s">体育</a></li></ul><form><input placeholder="搜索"></form></div>';
const foot =
  '<div class="footer"><p>关于我们 | 联系方式 | 招聘 | 湾区样报社 版权所有 未经书面授权不得转载</p><p>备案号：样一二三四五</p></div>';
const comments =
  '<div class="comments"><h3>网友评论</h3><div class="c"><b>海边人</b><p>我们这里早就可以了，你们怎么才报，写得也太慢了。</p></div><div class="c"><b>数码迷</b><p>能用归能用，退款确实麻烦，上次等了两个星期，最后不了了之。</p></div></div>';
const page = (story: Story, body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${story.title}_湾区样报网</title>${head}</head>\n<body>${nav}${body}${foot}</body></html>`;
const byline = '<div class="info"><span>2021-10-19 09:23</span> <span>来源：湾区样报</span></div>';
/** Two halves of the body, for what stands in the middle of it. */
const halves = (story: Story): [string, string] => {
  const at = Math.ceil(story.paragraphs.length / 2);
  const part = (paragraphs: readonly string[]): string => p({ ...story, paragraphs });
  return [part(story.paragraphs.slice(0, at)), part(story.paragraphs.slice(at))];
};

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'portal with two columns',
    page: (s) =>
      page(
        s,
        `<div class="main"><div class="left"><h1>${s.title}</h1>${byline}<div class="article">${p(s)}</div></div><div class="right"><h4>热门</h4><ul>${links(8)}</ul></div></div>`,
      ),
  },
  {
    name: 'list and adverts within the body',
    page: (s) => {
      const [a, b] = halves(s);
      return page(
        s,
        `<div class="content" id="content"><h1>${s.title}</h1>${byline}${a}<div class="ad"><p>广告：湾区汽车节，现场下订送三年保养，还可以抽奖。</p></div><div class="related"><h5>相关报道</h5><ul>${links(5)}</ul></div>${b}<div class="share">分享到：<a>微信</a><a>微博</a></div></div>`,
      );
    },
  },
  {
    name: 'cards of other articles under it',
    page: (s) =>
      page(
        s,
        `<article><header><h1>${s.title}</h1>${byline}</header><section>${p(s)}</section></article><section class="recommend">${cards(8)}</section>`,
      ),
  },
  {
    name: 'comments under it',
    page: (s) =>
      page(
        s,
        `<div class="post"><h1>${s.title}</h1>${byline}<div class="post-text">${p(s)}</div>${comments.repeat(4)}</div>`,
      ),
  },
  {
    name: 'hashed class names',
    page: (s) =>
      page(
        s,
        `<div id="__next"><div class="index_wrap__x9Kd2"><div class="index_left__Qm1"><h1 class="index_title__B4">${s.title}</h1><div class="index_info__P0"><span>湾区样报</span><span>2021-10-19 09:23</span></div><div class="index_body__aa7">${p(s)}</div></div><aside class="index_side__Lp3"><ul>${links(8)}</ul></aside></div></div>`,
      ),
  },
  {
    name: 'line breaks in one table cell',
    page: (s) =>
      page(
        s,
        `<table width="960"><tr><td width="160"><ul>${links(6)}</ul></td><td class="bt"><b>${s.title}</b></td></tr><tr><td></td><td class="zw">${s.paragraphs.map((t) => `\u3000\u3000${t}`).join('<br><br>')}</td></tr></table>`,
      ),
  },
  {
    name: 'divs for paragraphs',
    page: (s) =>
      page(
        s,
        `<div class="detail"><div class="tit">${s.title}</div>${byline}<div class="txt">${p(s, '<div>', '</div>')}</div></div><div class="more"><ul>${links(8)}</ul></div>`,
      ),
  },
  {
    name: 'bare text between pictures',
    page: (s) =>
      page(
        s,
        `<div class="detail"><h1>${s.title}</h1><div class="rich">${s.paragraphs.map((t, i) => `${i % 2 === 0 ? `<img src="${i}.jpg">` : ''}${t}<p></p>`).join('\n')}</div></div><div class="more"><ul>${links(8)}</ul></div>`,
      ),
  },
  {
    name: 'a tag around every character',
    page: (s) =>
      page(
        s,
        `<div class="detail"><h1>${s.title}</h1><div class="rich">${s.paragraphs.map((t) => `<p>${Array.from(t, (c) => `<x-k>${c}</x-k>`).join('')}</p>`).join('\n')}</div></div><ul>${links(8)}</ul>`,
      ),
  },
  {
    name: 'hidden until a script runs',
    page: (s) =>
      page(
        s,
        `<div id="root" style="display:none"><h1>${s.title}</h1><div class="rich">${p(s)}</div></div><div class="more"><ul>${links(8)}</ul></div>`,
      ),
  },
  {
    name: 'watermarks in hidden elements',
    page: (s) =>
      page(
        s,
        `<div class="detail"><h1>${s.title}</h1><div class="rich">${p({ ...s, paragraphs: s.paragraphs.map((t) => t.replaceAll('，', '，<i class="wm">样报独家请勿转载</i>')) })}</div></div>`,
        '<style>.wm{position:absolute;left:-9999px}</style>',
      ),
  },
  {
    name: 'sections nested by an editor for the phone',
    page: (s) =>
      page(
        s,
        `<div class="rich_media"><h1>${s.title}</h1><div class="rich_content">${s.paragraphs.map((t) => `<section style="margin:0"><section><section><span style="letter-spacing:1px">${t}</span></section></section></section>`).join('\n')}<section><section><p>长按识别二维码关注我们</p></section></section></div></div>`,
      ),
  },
  {
    name: 'pages that follow each other',
    page: (s) => {
      const articles = `<article class="other"><h2>${HEADLINES[1]}</h2><p>桥下的泵站去年换过，昨天夜里三台机器一起开着，水到凌晨就退了。</p><p>守泵站的人说，他只睡了两个小时。</p></article>`;
      return page(
        s,
        `<main><article class="current"><h1>${s.title}</h1>${byline}<div class="body">${p(s)}</div></article>${articles}${articles}</main>`,
      );
    },
  },
  {
    name: 'a notice longer than the article',
    page: (s) =>
      page(
        s,
        `<div class="wrap"><div class="text"><h1>${s.title}</h1>${byline}${p(s)}</div><div class="statement"><p>${'本网转载的文字和图片只为传播信息，不代表本网赞同其观点，也不对其真实性负责，如有侵权请与我们联系，我们将在三个工作日内处理。'.repeat(3)}</p></div></div>`,
      ),
  },
  {
    name: 'captions and a picture box',
    page: (s) => {
      const [a, b] = halves(s);
      return page(
        s,
        `<div class="art"><h1>${s.title}</h1>${byline}<div class="art-body">${a}<figure><img src="a.jpg"></figure>${b}</div><div class="tags">标签：<a>钱包</a><a>扫码</a></div><div class="prev">上一篇：<a href="/1">${HEADLINES[0]}</a></div><div class="next">下一篇：<a href="/2">${HEADLINES[2]}</a></div></div>`,
      );
    },
  },
  {
    name: 'a forum post with its replies',
    page: (s) =>
      page(
        s,
        `<div id="postlist"><div class="post"><div class="author">楼主 海边人</div><h1>${s.title}</h1><div class="t_f">${s.paragraphs.join('<br>\n')}</div></div>${Array.from({ length: 6 }, (_, i) => `<div class="post"><div class="author">${i + 2}楼</div><div class="t_f">楼主说得对，我家门口的店也是这样，第${i + 1}次去的时候还不行，今天再去就行了。</div></div>`).join('')}</div>`,
      ),
  },
];
