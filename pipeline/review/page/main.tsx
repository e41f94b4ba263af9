import { render } from 'preact';
import { App } from './app.tsx';
import { listenToKeys } from './state/commands.ts';
import { followPlace } from './state/follow.ts';
import { keepLooking } from './state/live.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
render(<App />, root);
followPlace();
listenToKeys();
keepLooking();
