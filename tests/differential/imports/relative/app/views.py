def render(store):
    return ", ".join(map(repr, store.items))
