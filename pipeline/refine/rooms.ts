import type { Document, Segment, Token } from '../types.ts';
import { type Ask, type Found, recalled } from './ask.ts';

/** Scenes that many apps have, so that somebody who walks into one is in that of the app which the article tells of. */
const ROOMS: ReadonlySet<string> = new Set(['livestream']);

const isRoom = ({ class: c, ids }: Token): boolean => c === 'scene' && ids.some((id) => ROOMS.has(id));

const known = new WeakMap<Document, ReadonlySet<string>>();

/** The apps of whose rooms an article tells: «快手直播间», «快手恢复了京东商品在直播间的展示». Looked for once. */
function roomsOf(document: Document): ReadonlySet<string> {
  const before = known.get(document);
  if (before !== undefined) return before;
  const segments = document.sentences.flatMap((s) => s.segments);
  const rooms = new Set(segments.flatMap(ownersIn));
  known.set(document, rooms);
  return rooms;
}

/** What stands before the room in its clause, and is no thing that is opened there. */
function ownersIn({ tokens }: Segment): readonly string[] {
  const room = tokens.findLast(isRoom);
  if (room === undefined) return [];
  const owners = tokens.filter((t) => t.class === 'app' && t.mark !== 'object' && t.at < room.at);
  return owners.flatMap((t) => t.ids);
}

/** «(快手直播间…。) 记者走进三个直播间，京东的商品都点得开»: the app whose rooms the article tells of, where there is but one. */
export const onlyRoom = (ask: Ask): Found | null => {
  const { notice, section } = ask.discourse;
  if (!goesOnInRoom(ask) || notice !== null || section.things.length > 0) return null;
  const [id] = roomsOf(ask.document);
  return id !== undefined && isOnlyRoom(id, ask) && !ask.draft.objects.includes(id) ? recalled([id]) : null;
};

/** Whether the sentence is in such a room, or goes on from one, and it can be none but that of this app; a notice tells of its own. */
export function isOnlyRoom(id: string, ask: Ask): boolean {
  const { notice } = ask.discourse;
  if (!goesOnInRoom(ask) || (notice !== null && notice.speech.entity !== id)) return false;
  const rooms = roomsOf(ask.document);
  const { named, opener } = ask.discourse;
  const opensElsewhere = opener.block === ask.sentence.block && !opener.ids.includes(id);
  return rooms.size === 1 && rooms.has(id) && named.has(id) && !opensElsewhere;
}

function goesOnInRoom({ sentence, discourse: { last, lastClaim } }: Ask): boolean {
  const near = sentence.index - lastClaim.sentence <= NEXT;
  return (near && last?.scenes.some((scene) => ROOMS.has(scene)) === true) || sentence.tokens.some(isRoom);
}

/** In sentences. */
const NEXT = 1;
