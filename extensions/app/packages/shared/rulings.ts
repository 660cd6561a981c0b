/** Looks up what the guardrails say: by channel for one purpose, and put together by answer for the lights. */
import type { GuardrailPanel, OutreachChannelName, PurposeName, Ruling, VerdictName } from './contract.ts';

/** In the order a rep reaches for them. */
export const outreachChannels: readonly OutreachChannelName[] = [
  'email',
  'call',
  'meeting',
  'whatsapp',
  'sms',
  'linkedin',
  'postal',
];

/** From what a rep does most to what is rare. */
export const purposes: readonly PurposeName[] = [
  'follow_up',
  'service_reply',
  'sales',
  'marketing',
  'recovery',
  'transactional',
  'referral_ask',
  'survey',
];

export type RuledChannels = { readonly channels: readonly OutreachChannelName[]; readonly ruling: Ruling };

/** The same with channels under one ruling put together, in the order of their first channel. */
export function ruledChannels(panel: GuardrailPanel, purpose: PurposeName): readonly RuledChannels[] {
  const found = new Map<Ruling, OutreachChannelName[]>();
  for (const { channel, ruling } of rulingsFor(panel, purpose))
    found.set(ruling, [...(found.get(ruling) ?? []), channel]);
  return [...found].map(([ruling, channels]) => ({ ruling, channels }));
}

export type ChannelRuling = { readonly channel: OutreachChannelName; readonly ruling: Ruling };

/** What holds on each channel for one purpose; a channel without a ruling is left out. */
export function rulingsFor({ rulings }: GuardrailPanel, purpose: PurposeName): readonly ChannelRuling[] {
  return outreachChannels.flatMap((channel) => {
    const ruling = rulings.find((it) => it.purposes.includes(purpose) && it.channels.includes(channel));
    return ruling === undefined ? [] : [{ channel, ruling }];
  });
}

export type Light = {
  readonly answer: VerdictName;
  readonly channels: readonly OutreachChannelName[];
  /** The strongest reason, worded; null when nothing stands against it. */
  readonly because: string | null;
};

/** From go to stop. */
const order: readonly VerdictName[] = ['ALLOW', 'ALLOW_WITH_NOTICE', 'ASK_FIRST', 'DENY'];

/** May we come of our own accord? Channels with the same answer for the same reason share a light. */
export function lightsOf(panel: GuardrailPanel, purpose: PurposeName = 'follow_up'): readonly Light[] {
  const lights = new Map<string, Light>();
  for (const { channel, ruling } of rulingsFor(panel, purpose)) {
    const { answer } = ruling;
    const because = sentenceAt(panel, ruling.because[0] ?? null);
    const key = `${answer} ${because}`;
    lights.set(key, { answer, because, channels: [...(lights.get(key)?.channels ?? []), channel] });
  }
  return [...lights.values()].sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer));
}

export function sentenceAt({ sentences }: GuardrailPanel, place: number | null): string | null {
  return place === null ? null : (sentences[place] ?? null);
}
