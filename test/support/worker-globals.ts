// hubspot.fetch reads self.hsFetch, and Node has no self.
Object.assign(globalThis, { self: globalThis });
