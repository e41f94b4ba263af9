import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type Store } from '../../pipeline/store/store.ts';
import { newsFolder, put, scrape } from '../cli/articles.ts';
import { pipeline } from '../cli/terminal.ts';

let cwd = '';
let store: Store;
beforeAll(async () => {
  cwd = newsFolder();
  put(
    cwd,
    'd-wallets.md',
    scrape('互扫', ['10月8日，微信支付宣布与云闪付实现条码互认。', '京东已接入支付宝，饿了么已接入支付宝。']),
  );
  put(
    cwd,
    'e-again.md',
    scrape('再来', [
      '优酷已接入微信支付，饿了么已接入微信支付。',
      '10月9日，云闪付宣布与微信支付实现条码互认。',
    ]),
  );
  await pipeline(['ingest', 'news', '--quiet'], { cwd });
  store = await openStore(join(cwd, 'output/claims.db'), { create: false });
});
afterAll(async () => {
  await store.close();
  rmSync(cwd, { recursive: true });
});

const pairs = async (filter = {}): Promise<string[]> => {
  const found: string[] = [];
  for await (const claims of store.pairs(filter))
    found.push([...new Set(claims.map((c) => `${c.subject} ${c.object}`))].sort().join(' + '));
  return found;
};
const WALLETS = 'unionpay-quickpass wechat-pay + wechat-pay unionpay-quickpass';

it('gives every claim once, a pair at a time, wallets last and from both ends', async () => {
  expect(await pairs()).toEqual([
    'eleme alipay',
    'eleme wechat-pay',
    'jd alipay',
    'wechat taobao',
    'youku wechat-pay',
    WALLETS,
  ]);
  let count = 0;
  for await (const claims of store.pairs()) count += claims.length;
  expect(count).toBe((await store.stats()).claims.current);
});

it.each([
  [{ subject: 'eleme' }, ['eleme alipay', 'eleme wechat-pay']],
  [{ object: 'alipay' }, ['eleme alipay', 'jd alipay']],
  [{ subject: 'wechat-pay' }, [WALLETS]],
  [{ subject: 'unionpay-quickpass', object: 'wechat-pay' }, [WALLETS]],
  [{ subject: 'jd', object: 'wechat-pay' }, []],
])('%o', async (filter, wanted) => {
  expect(await pairs(filter)).toEqual(wanted);
});
