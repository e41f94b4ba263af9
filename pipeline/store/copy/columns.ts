/** The tables of the exported database: each column with its type and what it says. None of these ever changes. */
export const TABLES = {
  articles: {
    says: 'The articles that claims were found in.',
    columns: {
      id: ['TEXT PRIMARY KEY', 'stays the same from run to run'],
      path: ['TEXT NOT NULL', 'file, or file#record'],
      title: ['TEXT', 'title'],
      publisher: ['TEXT', 'publisher'],
      published: ['TEXT', 'time of publication, ISO 8601 with its offset'],
      url: ['TEXT', 'address'],
      sha256: ['TEXT NOT NULL', "hash of the source's bytes"],
      text: ['TEXT NOT NULL', 'the cleaned text'],
    },
  },
  claims: {
    says: 'Which platform opened what to whom, in the words of an article.',
    columns: {
      id: ['TEXT PRIMARY KEY', 'stays the same from run to run'],
      article_id: ['TEXT NOT NULL REFERENCES articles(id)', 'the article that says so'],
      kind: ['TEXT NOT NULL', 'platform, scene or payment'],
      relation: ['TEXT NOT NULL', 'access, acceptance, code-interop, order, policy, launch or pledge'],
      subject: ['TEXT NOT NULL', 'in which app; which shop; who orders'],
      object: ['TEXT', 'whose links; which payment; whom'],
      scene: ['TEXT', 'where in the app'],
      status: ['TEXT NOT NULL', 'open, limited, closed, trial, pending, planned, required, published …'],
      date_text: ['TEXT', 'the words for the day'],
      date_start: ['TEXT', 'first day, Beijing time'],
      date_end: ['TEXT', 'last day, Beijing time'],
      date_precision: ['TEXT NOT NULL', 'day, month, quarter, year, range or vague'],
      date_basis: ['TEXT NOT NULL', 'text, context or published'],
      deadline: ['TEXT', 'of an order: the day by which'],
      attribution_type: ['TEXT NOT NULL', 'official, regulator, test, media, rumour, expert or user'],
      attribution_name: ['TEXT', 'who says so, in the words of the article'],
      conditions: ['TEXT NOT NULL', 'limits in the words of the article, a JSON array'],
      quote: ['TEXT NOT NULL', 'the words that say so'],
      quote_start: [
        'INTEGER',
        'their place in the text, in UTF-16 units; null where they are of another version of it',
      ],
      quote_end: ['INTEGER', 'the end of that place'],
      rule: ['TEXT NOT NULL', 'the rule that made the claim'],
      review_state: ['TEXT NOT NULL', 'unreviewed, accepted, rejected or edited'],
      review_by: ['TEXT', 'by whom'],
      review_at: ['TEXT', 'when'],
      review_note: ['TEXT', 'note of the reviewer'],
      review_changed: ['INTEGER NOT NULL', '1 where the rules read the claim otherwise now'],
    },
  },
} as const satisfies Readonly<Record<string, Table>>;

interface Table {
  readonly says: string;
  readonly columns: Readonly<Record<string, readonly [type: string, says: string]>>;
}

/** What is asked most, ready to be asked. */
export const VIEWS = {
  book: {
    says: 'Every claim with its article.',
    sql: `SELECT c.*, a.path, a.title, a.publisher, a.published, a.url FROM claims c JOIN articles a ON a.id = c.article_id`,
  },
  accesses: {
    says: 'Whose links open in which app, rejected claims left out, in order of time.',
    sql: `SELECT subject AS app, object AS links_of, scene, status, date_start, date_end, attribution_type, quote, publisher, title, id
          FROM book WHERE relation = 'access' AND review_state <> 'rejected' ORDER BY date_start, app, links_of`,
  },
  payments: {
    says: 'Which app takes which payment, and whose codes scan whose, in order of time.',
    sql: `SELECT relation, subject AS app, object AS payment, scene, status, date_start, date_end, attribution_type, quote, publisher, title, id
          FROM book WHERE kind = 'payment' AND review_state <> 'rejected' ORDER BY date_start, app, payment`,
  },
  publishers: {
    says: 'How many claims each publisher makes.',
    sql: `SELECT publisher, count(*) AS claims, count(DISTINCT article_id) AS articles, min(date_start) AS first, max(date_end) AS last
          FROM book GROUP BY publisher ORDER BY claims DESC`,
  },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly sql: string }>>;
