import type { Draft, Knowledge } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import { CHATS, isPlace, messengerIn, SCENE_HOST } from './look.ts';
import { redraft } from './redraft.ts';
import { speaksOfLinks } from './thing.ts';

/** «发到微信的红包当晚被腾讯封住»: a company that shuts out does so in that one of its apps of which the text speaks. */
export function inItsApp(place: Found, { draft, sentence, discourse, knowledge }: Ask): Found {
  const { ownerOf, typeOf } = knowledge;
  if (!place.ids.some((id) => typeOf.get(id) === 'company')) return place;
  if (draft.scenes.some((scene) => CHATS.has(scene)))
    return inItsMessenger(place, discourse.named, knowledge);
  // «腾讯封掉了甲的公众号»: accounts of that kind are in one app.
  const held = draft.scenes.flatMap((scene) => SCENE_HOST[scene] ?? []);
  if (held.some((id) => place.ids.includes(ownerOf.get(id) ?? ''))) return { ...place, ids: held };
  if (draft.frame !== 'act') return place;
  const isMessenger = messengerIn(knowledge);
  const named = sentence.tokens
    .filter((t) => t.class === 'app' && t.mark !== 'object')
    .flatMap((t) => t.ids.filter((id) => isPlace(t) || isMessenger(id)));
  const here = discourse.hosts.block >= sentence.block - 1 ? discourse.hosts.ids : [];
  const appsOf = (company: string): string[] => {
    const own = (id: string): boolean => ownerOf.get(id) === company && !draft.objects.includes(id);
    const apps = named.some(own) ? named.filter(own) : here.filter(own);
    return apps.length > 0 ? [...new Set(apps)] : [company];
  };
  return { ...place, ids: place.ids.flatMap(appsOf) };
}

/** «腾讯回复称，群聊场景还在开发»: a company's chats are in the messenger of its own that the article has named first. */
function inItsMessenger(place: Found, named: ReadonlySet<string>, knowledge: Ask['knowledge']): Found {
  const { ownerOf, traitOf, typeOf } = knowledge;
  const chatsOf = (company: string): string =>
    [...named].find((id) => ownerOf.get(id) === company && traitOf.get(id) === 'messenger') ?? company;
  return { ...place, ids: place.ids.map((id) => (typeOf.get(id) === 'company' ? chatsOf(id) : id)) };
}

/**
 * «2008年，淘宝屏蔽了百度», «银行也对豆包手机关上了门»: who shuts out a search engine is not found there, and who shuts out
 * an assistant is what it cannot act in. The place is the engine or the assistant.
 */
export function fromOutside(draft: Draft, { sentence, document, knowledge }: Ask): Draft {
  const { objects, subjects } = draft;
  if (draft.frame !== 'act' || subjects.length === 0 || objects.length === 0) return draft;
  const words = sentence.encoded;
  const { cues } = knowledge;
  if (
    speaksOfLinks(words, cues) ||
    cues.has('sharing', words) ||
    subjects.some((id) => comesFromOutside(id, knowledge))
  )
    return draft;
  const every = (trait: string): boolean => objects.every((id) => knowledge.traitOf.get(id) === trait);
  const isSearched = every('engine') && !subjects.some((id) => knowledge.traitOf.get(id) === 'messenger');
  if (draft.status !== 'closed' && !(isSearched && draft.status === 'open')) return draft;
  const isOfAssistant =
    every('assistant') &&
    (cues.has('assistant-words', words) ||
      document.twin.slice(sentence.start, sentence.end).includes('手机'));
  if (!isSearched && !isOfAssistant) return draft;
  return redraft(draft, {
    subjects: objects,
    objects: subjects,
    scenes: isSearched && draft.scenes.length === 0 ? ['search'] : draft.scenes,
  });
}

const comesFromOutside = (id: string, { traitOf }: Knowledge): boolean =>
  traitOf.get(id) === 'engine' || traitOf.get(id) === 'assistant';

/** «甲和乙可以直接分享网址链接»: who shares links shares its own, and where they arrive was told before. */
export function sharedOut(draft: Draft, { sentence, knowledge }: Ask): Draft {
  const { match, subjects, objects } = draft;
  const isLink = (id: string): boolean => knowledge.typeOf.get(id) === 'link-class';
  const isSharer = (id: string): boolean =>
    knowledge.traitOf.get(id) !== 'messenger' &&
    sentence.tokens.some((t) => t.mark === 'bare' && t.at < match.start && t.ids.includes(id));
  const shares = draft.frame === 'use' && /分享|转发/.test(sentence.encoded.slice(match.start, match.end));
  const own = subjects.length > 0 && objects.length > 0 && objects.every(isLink) && subjects.every(isSharer);
  return shares && own ? redraft(draft, { subjects: [], objects: subjects }) : draft;
}

/** «2013年阿里系屏蔽微信访问后»: who shuts out visits from a messenger shuts its own door, and in the messenger it does not open. */
export function ownDoor(draft: Draft, { sentence, knowledge }: Ask): Draft {
  const { subjects, objects, match } = draft;
  const isMessenger = messengerIn(knowledge);
  const shuts = draft.frame === 'act' && draft.status === 'closed' && subjects.length > 0;
  if (!shuts || objects.length === 0 || !objects.every(isMessenger) || subjects.some(isMessenger))
    return draft;
  const object = sentence.tokens.find((t) => t.at >= match.start && objects.some((id) => t.ids.includes(id)));
  const visits =
    object !== undefined && knowledge.cues.startOf('visits-from', sentence.encoded.slice(object.at + 1)) > 0;
  return visits ? redraft(draft, { subjects: objects, objects: subjects }) : draft;
}
