/** What became of our properties when a portal left. `kept`: HubSpot did not let us archive it, since something uses it. */
export type RemovedProperties = { readonly removed: readonly string[]; readonly kept: readonly string[] };
