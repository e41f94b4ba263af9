import { TABLES, VIEWS } from './columns.ts';

/**
 * What Datasette shows beside the data (https://docs.datasette.io/en/stable/metadata.html). `database` is the name of
 * the database's file without its ending.
 */
export function datasetteMetadata(database: string): unknown {
  const tables = Object.entries(TABLES).map(([name, { says, columns }]) => [
    name,
    {
      description: says,
      columns: Object.fromEntries(Object.entries(columns).map(([column, [, is]]) => [column, is])),
      ...(name === 'claims'
        ? { facets: ['relation', 'subject', 'status', 'scene', 'review_state'], sort: 'date_start' }
        : { label_column: 'title' }),
    },
  ]);
  const views = Object.entries(VIEWS).map(([name, { says }]) => [name, { description: says }]);
  return {
    title: 'hutong',
    description: 'Which platform opened what to whom, from which day, who says so, and in which words.',
    databases: { [database]: { tables: Object.fromEntries([...tables, ...views]) } },
  };
}
